/** What a stored text says as JSON; null for what is none. Whoever asks looks at its shape. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
