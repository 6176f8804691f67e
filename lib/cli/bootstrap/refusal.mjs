/** What stops a command, in a sentence that says what to do. It is all that is printed. */
export class Refusal extends Error {
  /** @override */
  name = "Refusal";
}
