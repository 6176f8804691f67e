import { withoutClosingMarks, withoutLooseEnd } from "./key-point-fit";
import { FIRST_PERSON, NO_CLAIM } from "./key-point-words";
import { countWords, upperFirst } from "./plain-text";

/** The sentences of a text that claim something by themselves, cleaned: "I use X:" is "Use X". */
export function statements(text: string): string[] {
  return text
    .split(SENTENCE_END)
    .filter((sentence) => NO_CLAIM.every((pattern) => !pattern.test(sentence)))
    .map(statement)
    .filter((claim) => countWords(claim) >= FEWEST_WORDS);
}

// "Important!" claims nothing.
const FEWEST_WORDS = 2;

// A stop before a capital, but for common abbreviations.
const SENTENCE_END =
  /(?<!\b(?:e\.g|i\.e|vs|etc|approx|No|Inc|St)\.)(?<=[.!?])["”’)]*\s+(?=["“‘(]?[\p{Lu}\d])|(?<=[。！？])/u;

function statement(sentence: string): string {
  const deed = sentence.replace(FIRST_PERSON, "");
  const claim = deed === sentence ? sentence : upperFirst(deed);
  // "I enforce TLS at the gateway, using:" stops before its list.
  return claim.endsWith(":") ? withoutLooseEnd(claim) : withoutClosingMarks(claim);
}
