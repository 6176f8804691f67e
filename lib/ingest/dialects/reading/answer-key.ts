import type { RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { type Line, linesOf } from "@/lib/ingest/lines";
import { extent } from "./excerpt";
import { namesQuestions } from "./question-words";

/** Whether a block is the title over answers to several questions, or begins with one: `## Answer key`, `Answers: 1. b 2. c`. */
export function isKeyTitle(block: RootContent): boolean {
  if (block.type === "heading") return isKeyName(toString(block));
  if (block.type === "paragraph") {
    const [line = ""] = toString(block).split("\n", 1);
    const [, name = "", rest = ""] = /^([^:：]{1,60})[:：]?(.*)$/s.exec(line) ?? [];
    return isKeyName(name) && (rest.trim() === "" || /^\s*\(?1\W/.test(rest));
  }
  if (block.type !== "html") return false;
  const [, summary = ""] = /<summary>((?:(?!<\/summary>)[^])*)/i.exec(block.value) ?? [];
  return isKeyName(summary.replaceAll(/<[^<>]*>/g, ""));
}

function isKeyName(title: string): boolean {
  const words = title
    .replaceAll(/[^\p{L}\p{N} ]+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return KEY_NAME.test(words) && (!namesQuestions(words) || IS_KEY.test(words));
}

const IS_KEY = /^(?:\p{L}+ )?(?:answer keys?|gabarito|kunci)/iu;

const KEY_NAME = new RegExp(
  `^(?:\\p{L}+ ){0,3}(?:${[
    "answers? (?:key|sheet)s?|answers|solutions|answer and explanations?",
    "gabaritos?|respostas|soluções|respuestas|soluciones|réponses|corrigés?|risposte|soluzioni",
    "antworten|lösungen|antwoorden|odpowiedzi|cevaplar|cevap anahtarı|kunci jawaban|đáp án",
    "ответы|ключи?|решения|відповіді",
    "الإجابات|الأجوبة",
  ].join("|")})(?: .{0,40})?$|^(?:参考|標準|标准|正确)?(?:答案|解答|答え|정답|해답)`,
  "iu",
);

/** The lines of a key as they are written, its title among them, with offsets in the source. */
export function keyLines(source: string, content: readonly RootContent[]): Line[] {
  const { start, end } = extent(source, content);
  const above = (content[0]?.position?.start.line ?? 1) - 1;
  return linesOf(source.slice(start, end)).map((line) => ({
    ...line,
    start: line.start + start,
    number: line.number + above,
  }));
}
