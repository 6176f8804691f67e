/** Where a document is read; at one of its questions, on whichever page it is. */
export function documentAddress(id: string, questionId?: string): string {
  return questionId === undefined
    ? `/documents/${id}`
    : `/documents/${id}?question=${questionId}#q-${questionId}`;
}
