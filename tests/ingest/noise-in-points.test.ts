import { describe, expect, test } from "vitest";
import { aDraft } from "../support/dialects";

const pointsOf = (answer: string) =>
  aDraft(`## What is a queue?\n\n${answer}\n`).questions[0]?.keyPoints.map(({ text }) => text);

describe("key points leave out", () => {
  test("links to what others wrote, and what announces a list", () => {
    const list = "- A queue keeps order\n- Readers take one message each\n- Writers never wait";
    expect(
      pointsOf(
        `There are several things to say:\n\n${list}\n- [Why queues matter](https://example.org) (original)`,
      ),
    ).toEqual(["A queue keeps order", "Readers take one message each", "Writers never wait"]);
  });

  test("links behind a label", () => {
    expect(
      pointsOf(
        "- A queue keeps order\n- Readers take one message each\n- Writers never wait\n\n### Where to go on\n\n- Official documentation: [Queues](https://example.org)\n- Talk (2026): [Why queues matter](https://example.org) (an hour)",
      ),
    ).toEqual(["A queue keeps order", "Readers take one message each", "Writers never wait"]);
  });

  test("the letter of the right choice, numbers, and a quote about all that is said", () => {
    expect(
      pointsOf(
        '> **Answer: B**  \n> A queue keeps messages in order. 2.Readers take one message each. "I\'d let writers wait for nobody at all."',
      ),
    ).toEqual([
      "A queue keeps messages in order",
      "Readers take one message each",
      "Let writers wait for nobody at all",
    ]);
  });

  test.each([
    "In this example, a shop sends one message. The message of the shop is lost.",
    "For instance, a shop sends one message. The message of the shop is lost.",
    "Here, `shop` is a queue of ten messages at most.",
    "To explain it by an example, suppose that a shop sends one message.",
  ])("a paragraph about an example: %s", (example) => {
    const claims = ["A queue keeps order for its readers", "Readers take one message each"];
    expect(
      pointsOf(`${claims.join(". ")}.\n\n${example}\n\nWriters never wait for readers.`),
    ).toEqual([...claims, "Writers never wait for readers"]);
  });

  test("examples, asides and what was said before", () => {
    const claims =
      "A queue keeps messages in order. (Note that topics differ from queues!) Each message goes to one reader only. A reader confirms what it has worked on.";
    expect(
      pointsOf(
        `${claims}\n\nExample:\nA shop sends one message for each order it gets.\n\nOverall, queues are better than calls.`,
      ),
    ).toEqual([
      "A queue keeps messages in order",
      "Each message goes to one reader only",
      "A reader confirms what it has worked on",
    ]);
  });

  test("what announces a list by number, or ends with a colon before it", () => {
    expect(
      pointsOf(
        "Un grupo reparte las particiones entre sus lectores. Las ventajas principales son:\n\n- Cada mensaje se lee una vez por grupo entero\n- Los grupos no se estorban entre sí nunca\n- El orden se mantiene dentro de cada partición",
      ),
    ).toEqual([
      "Un grupo reparte las particiones entre sus lectores",
      "Cada mensaje se lee una vez por grupo entero",
      "Los grupos no se estorban entre sí nunca",
      "El orden se mantiene dentro de cada partición",
    ]);
    expect(
      pointsOf(
        "A queue has three kinds of methods that may be called:\n\n- **Put**: adds one message.\n- **Take**: removes one message.\n- **Peek**: shows one message.",
      ),
    ).toEqual(["Put: Adds one message", "Take: Removes one message", "Peek: Shows one message"]);
  });

  test("numbers of footnotes", () => {
    expect(
      pointsOf(
        "A queue keeps order.<sup>[1](https://example.org)</sup> Readers take one message each.[[2]](https://example.org) Writers never wait for readers.",
      ),
    ).toEqual([
      "A queue keeps order",
      "Readers take one message each",
      "Writers never wait for readers",
    ]);
  });

  test("titles over code alone", () => {
    const part = (title: string) => `**${title}:**\n\n\`\`\`sh\nqueue --help\n\`\`\``;
    expect(
      pointsOf(["Basic structure", "Key options", "Usage notes"].map(part).join("\n\n")),
    ).toEqual([]);
  });

  test("a title that was told before in mostly the same words", () => {
    const list =
      "- **Buffer**: gather items into bundles.\n- **Map**: apply a function to each item.\n- **Scan**: apply it one by one.";
    expect(
      pointsOf(
        `${list}\n- **Buffer**: gather the items into bundles.\n- **Map**: keep the order of all.`,
      ),
    ).toEqual([
      "Buffer: Gather items into bundles",
      "Map: Apply a function to each item",
      "Scan: Apply it one by one",
      "Map: Keep the order of all",
    ]);
  });

  test.each([
    ["Esto es muy útil en sistemas grandes.", "Spanish"],
    ["Por ejemplo, un banco bloquea dos cuentas.", "Spanish"],
    ["Это хорошо работает в больших системах.", "Russian"],
    ["Dadurch warten die Leser nie auf Schreiber.", "German"],
    ["그리고 읽는 쪽은 기다리지 않는다고 한다.", "Korean"],
    ["هذا مفيد جدا في الأنظمة الكبيرة كلها.", "Arabic"],
    ["这对大型系统非常有用而且很重要。", "Chinese"],
    ["The choice of this kind of lock is important.", "English"],
    ["Here are some of the locks that are common.", "English"],
    ["Time has shown that such a lock costs very little.", "English"],
    ["You can achieve this with the flag of a writer.", "English"],
    ["As the handbook of all those databases says:", "English"],
    ["The order of all locks follows this sequence.", "English"],
  ])("a sentence that leans on the one before: %s", (sentence) => {
    expect(
      pointsOf(
        `A lock keeps writers apart. ${sentence}\n\nReaders never wait for writers. Writers wait in a line.`,
      ),
    ).toEqual([
      "A lock keeps writers apart",
      "Readers never wait for writers",
      "Writers wait in a line",
    ]);
  });

  test.each(["Ejemplo completo", "Пример использования", "总结", "예시", "مثال كامل"])(
    "the section %s",
    (title) => {
      const sections = ["Alpha", "Beta", "Gamma"].map(
        (name) => `### ${name}\n${name} holds a copy.`,
      );
      expect(pointsOf([...sections, `### ${title}\nThe copy is held.`].join("\n\n"))).toHaveLength(
        3,
      );
    },
  );
});
