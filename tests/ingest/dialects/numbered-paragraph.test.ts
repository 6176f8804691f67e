import { describe, expect, test } from "vitest";
import { pairs, questionsIn } from "../../support/dialects";

const pairsIn = (source: string) => pairs(questionsIn(source).questions);
const namesIn = (source: string) => questionsIn(source).dialects.map(({ dialect }) => dialect.name);

describe("paragraphs that begin with a bold number", () => {
  const exercises = `# Technical questions

## SQL

We have two tables:

* Ads(ad_id, status)

**1)** The number of active ads.

\`\`\`sql
SELECT count(*) FROM Ads;
\`\`\`

<br/>

**2)** All campaigns. One is active if an ad of it is.

<img src="ads.png" />

\`\`\`sql
SELECT 1;
\`\`\`

## Python

**1) FizzBuzz.** Print numbers from 1 to 100

* If it divides by 3, print “Fizz”

\`\`\`python
fizz()
\`\`\`
`;

  test("are exercises, whose answers begin at their code", () => {
    expect(namesIn(exercises)).toEqual(["numbered-paragraph"]);
    expect(pairsIn(exercises)).toEqual([
      ["The number of active ads.", "```sql\nSELECT count(*) FROM Ads;\n```"],
      [
        'All campaigns. One is active if an ad of it is.\n\n<img src="ads.png" />',
        "```sql\nSELECT 1;\n```",
      ],
      [
        "**FizzBuzz.** Print numbers from 1 to 100\n\n* If it divides by 3, print “Fizz”",
        "```python\nfizz()\n```",
      ],
    ]);
    expect(
      questionsIn(exercises).questions.map(({ number, headings, line }) => [
        number,
        headings.at(-1),
        line,
      ]),
    ).toEqual([
      [1, "SQL", 9],
      [2, "SQL", 17],
      [1, "Python", 27],
    ]);
  });

  test("are questions, also one that only names its subject, with the answer below or on the next line", () => {
    const source = `# Java

**1.** What is a JVM?

It runs bytecode.

- everywhere

**2. What is a JRE?**
A JVM and libraries.

<b>3. JDK</b>
A JRE and tools.
`;
    expect(pairsIn(source)).toEqual([
      ["What is a JVM?", "It runs bytecode.\n\n- everywhere"],
      ["What is a JRE?", "A JVM and libraries."],
      ["JDK", "A JRE and tools."],
    ]);
  });

  test("are the steps of an answer below a question, and of a guide", () => {
    const steps = "**1.** Install it.\n\n**2.** Start it.\n\n**3.** Open the page.\n";
    expect(pairsIn(`## How is it run?\n\n${steps}`)).toEqual([["How is it run?", steps.trim()]]);
    const answer = `### Steps\n\n${steps.trim()}`;
    expect(pairsIn(`# Interview questions\n\n## How is it run?\n\n${answer}\n`)).toEqual([
      ["How is it run?", answer],
    ]);
    expect(pairsIn(`# Interview questions\n\n**How is it run?**\n\n${steps}`)).toEqual([
      ["How is it run?", steps.trim()],
    ]);
    expect(pairsIn(`# Set-up\n\n${steps}`)).toEqual([]);
    const asked = "**1.** What is it?\n\nA tool.\n\n**2.** Where does it run?\n\nHere.\n";
    expect(pairsIn(`# Questions\n\n**How is it run?**\n\nSo.\n\n${asked}`)).toHaveLength(3);
  });
});
