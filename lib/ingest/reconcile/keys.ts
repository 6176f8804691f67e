import { createHash } from "node:crypto";

/** What a question is recognised by. Equal keys mean equal but for case, spacing and emphasis. */
export type QuestionText = { prompt: string; answer: string | null };

/** A prompt as it is compared: without case, spacing or marks of emphasis. */
export function promptKey(prompt: string): string {
  return prompt
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[*_`]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** SHA-256 of an answer without regard to spacing, in hex; null for none. */
export function answerHash(answer: string | null): string | null {
  return answer === null ? null : sha256(answer.replaceAll(/\s+/g, " ").trim());
}

/** SHA-256 of a question's text as it is, in hex. */
export function versionHash({ prompt, answer }: QuestionText): string {
  return sha256(JSON.stringify([prompt, answer]));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
