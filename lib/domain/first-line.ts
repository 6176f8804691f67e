/** A prompt's beginning as plain text. */
export function firstLine(markdown: string): string {
  const [line = ""] = markdown.split("\n", 1);
  return line.replaceAll(/[*_`]/g, "");
}
