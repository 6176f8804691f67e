/** Part of every rendering's cache key: bump it whenever the same Markdown gives other HTML. */
export const RENDERER_VERSION = "4";
