/** The paper of app/tokens.css, for the browser's own frame around the page, which reads no style sheet. */
export const PAPER = { light: "#fbf9f4", dark: "#191714" };
