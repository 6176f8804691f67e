export type QuestionText = { topic?: string; prompt?: string; answer?: string | null };

/** A document in the user's own dialect, a question for each text given. */
export function aDocument(...questions: QuestionText[]): string {
  return questions
    .map(({ topic = "Networking › Routing", prompt, answer }, i) => {
      const headings = topic
        .split(" › ")
        .map((title, depth) => `${"#".repeat(depth + 2)} ${title}`);
      const text = prompt ?? `What does question ${i + 1} of ${topic} ask?`;
      const given = answer === undefined ? `It asks for answer ${i + 1}. ${FILLER}` : answer;
      const reply = given === null ? [] : ["#### Answer:", given];
      return [...headings, `#### Question #${i + 1}`, text, ...reply].join("\n\n");
    })
    .join("\n\n");
}

const FILLER = "Routes are chosen by the longest prefix that matches the destination.";
