import { expect, test } from "vitest";
import { questionsIn } from "../../support/dialects";

// Found by bending documents: its span was taken after its points were cut out, which sets offsets anew.
test("a file that is one question leaves none of its text to the other dialects", () => {
  const source =
    "A: They.\n- [ ] a\nleft::right\n#### Good to hear\n- What?\ntext that goes on\n#### Answer: B";
  expect(questionsIn(source).questions).toMatchObject([{ span: { start: 0, end: source.length } }]);
});
