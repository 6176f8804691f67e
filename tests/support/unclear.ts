/** A question before and after an edit that changed so much of it that a run has to ask. */
export const BEFORE = {
  prompt: "How do you back up a small database to another region at night?",
  answer:
    "By a snapshot that a job copies when nobody works, kept for thirty days and tried each month.",
};
export const AFTER = {
  prompt: "How do you back up a huge old store to another place at night?",
  answer:
    "By a stream of changes that is kept for ten days, as a whole copy takes longer than the night.",
};
