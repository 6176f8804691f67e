const BEGINS = '<pre class="as-written"';

/** Text that can't be rendered as Markdown, as HTML that shows it as it was written. */
export function asWritten(markdown: string): string {
  const escaped = markdown.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `${BEGINS} tabindex="0" role="group" aria-label="Text as written">${escaped}</pre>`;
}

/** Whether HTML of ours is a text that could not be rendered. */
export function isAsWritten(html: string): boolean {
  return html.startsWith(BEGINS);
}
