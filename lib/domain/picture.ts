/** A picture as a page shows it: where its bytes are, and its size in CSS pixels. */
export type Picture = { address: string; width: number; height: number };

/** What a document means by the paths that it writes. */
export type Pictures = ReadonlyMap<string, Picture>;

/**
 * The file that a picture's URL names beside its document: `img/a%20b.png?raw=true` → `img/a b.png`.
 * Null for what names none: another site, an absolute path, a drive, a fragment.
 */
export function picturePath(url: string): string | null {
  const path = decoded(url.replace(/[?#].*$/s, "").trim()).replaceAll("\\", "/");
  if (path === "" || path.startsWith("/") || /^[a-z][a-z\d+.-]*:/i.test(path)) return null;
  return path;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
