import { describe, expect, test } from "vitest";
import { choicesOf } from "@/lib/domain/choices";

const PORTS = "Which port does HTTPS use?\n\n- A) 80\n- B) `443`\n- C) 22";

function right(prompt: string, answer: string | null) {
  return choicesOf({ prompt, answer })?.right;
}

describe("choices of a question", () => {
  test("are lines with letters, in lists, paragraphs or one below the other", () => {
    expect(choicesOf({ prompt: PORTS, answer: null })).toEqual({
      options: [
        { letter: "A", text: "80" },
        { letter: "B", text: "443" },
        { letter: "C", text: "22" },
      ],
      right: [],
    });
    for (const prompt of [
      "Which?\n\nA. One\n\nB. Two",
      "Which?\na) One\nb) Two",
      "Which?\nA: One\nB: Two",
    ])
      expect(choicesOf({ prompt, answer: null })?.options).toEqual([
        { letter: "A", text: "One" },
        { letter: "B", text: "Two" },
      ]);
  });

  test("are boxes without letters", () => {
    const prompt = "Which?\n\n- [ ] One\n- [ ] Two";
    expect(right(prompt, "- [ ] One\n- [x] Two")).toEqual([1]);
    expect(choicesOf({ prompt: "Which?\n( ) One\n( ) Two", answer: null })?.options[1]?.text).toBe(
      "Two",
    );
  });

  test("are none in an open question, nor where one line happens to begin with a letter", () => {
    expect(choicesOf({ prompt: "What is a closure?", answer: "It keeps." })).toBeNull();
    expect(choicesOf({ prompt: "Explain:\n\nA. The heap", answer: null })).toBeNull();
    expect(choicesOf({ prompt: "Plan B: what?\n\nB) x\nC) y", answer: null })).toBeNull();
  });
});

describe("the right choice", () => {
  test.each([
    "B",
    "**B** — it is the registered port.",
    "B) 443",
    "* **Correct Answer:** B) 443",
    "Answer: B",
    "The correct answer is B.",
    "b) 443",
    "443",
    "- A) 80\n- **B) 443**\n- C) 22",
    "- A) 80\n- B) 443 ✅\n- C) 22",
  ])("is told by %j", (answer) => {
    expect(right(PORTS, answer)).toEqual([1]);
  });

  test("may be several", () => {
    expect(right(PORTS, "A, C")).toEqual([0, 2]);
    expect(right(PORTS, "A and B")).toEqual([0, 1]);
  });

  test("is not known where the answer does not say", () => {
    expect(right(PORTS, "It depends on the server.")).toEqual([]);
    expect(right(PORTS, "Because TLS has a port of its own.")).toEqual([]);
    expect(right(PORTS, "A port is registered for it.")).toEqual([]);
    expect(right(PORTS, null)).toEqual([]);
  });
});
