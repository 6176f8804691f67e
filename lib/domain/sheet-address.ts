/** Where key points are printed: of a topic, or of all that matter. */
export function sheetAddress(topic?: string): string {
  return `/interview/sheet${topic === undefined ? "" : `?topic=${encodeURIComponent(topic)}`}`;
}
