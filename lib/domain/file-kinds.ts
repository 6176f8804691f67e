const DOCUMENTS = ["md", "mdx", "markdown"];
const PICTURES = ["png", "jpg", "jpeg", "gif", "webp", "svg"];

const DOCUMENT = endingIn(DOCUMENTS);
const PICTURE = endingIn(PICTURES);

/** The endings of documents, as a file chooser takes them. */
export const DOCUMENT_ENDINGS = listed(DOCUMENTS);
/** Those of all that can be taken in: documents, their pictures, and archives of both. */
export const ALL_ENDINGS = listed([...DOCUMENTS, "zip", ...PICTURES]);

/** Whether a file is a document, by its name. */
export function isDocument(name: string): boolean {
  return DOCUMENT.test(name);
}

/** Whether a file is a document or a picture for one, by its name. */
export function isDocumentOrPicture(name: string): boolean {
  return isDocument(name) || PICTURE.test(name);
}

function endingIn(endings: readonly string[]): RegExp {
  return new RegExp(`\\.(?:${endings.join("|")})$`, "i");
}

function listed(endings: readonly string[]): string {
  return endings.map((ending) => `.${ending}`).join(",");
}
