/** A prompt's beginning as plain text. */
export function firstLine(markdown: string): string {
  const [line = ""] = markdown.split("\n", 1);
  // An underscore within a word is part of a name, and one before a brace of a formula.
  return line.replaceAll(/[*`]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}{])/gu, "");
}
