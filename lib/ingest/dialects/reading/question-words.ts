/**
 * Whether a line asks for something: it ends in a question mark, or begins as questions and tasks
 * do. Careful with tasks, as “List comprehension” and “Design patterns” are names.
 */
export function asks(text: string): boolean {
  const line = text
    .replaceAll(/[*_`“”"'’‘]+/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (line === "" || line.length > LONGEST) return false;
  return ENDS_IN_MARK.test(line) || isAskedInWords(line);
}

function isAskedInWords(line: string): boolean {
  return (BEGINS.test(line) && !TELLS.test(line)) || EAST_ASIAN.test(line);
}

/** Whether it can hardly be anything else: “When you launch it” and “Can be changed” may tell. */
export function asksPlainly(text: string): boolean {
  return asks(text) && !(MAY_TELL.test(text.trim()) && !/[?？؟]/.test(text));
}

// “How it works” is over a text that tells.
const TELLS = /^(?:how|what|why|when|where) (?:it|they|this|these)(?![\p{L}\p{N}_-])/iu;
const MAY_TELL =
  /^\W*(?:when|where|which|who|whose|is|are|was|were|do|does|did|can|could|should|would|will|has|have|use|run|add|make|find|in (?:what|which)|you (?:are|have|need|want)|was|wie|wer|que|como|как)(?![\p{L}\p{N}_-])/iu;

// A prompt on one line; what is longer is prose.
const LONGEST = 600;

const ENDS_IN_MARK = /[?？؟](?:\s*[^\p{L}\p{N}]*|\s*\([^()]*\)[^\p{L}\p{N}]*)$/u;

const ENGLISH = [
  "what|whats|how|why|when|where|which|who|whose|whom",
  "is|are|was|were|do|does|did|can|could|should|would|will|has|have",
  "explain|describe|define|discuss|compare|contrast|differentiate|distinguish|elaborate",
  "(?:the )?differences? between|differences? (?:in|of)",
  "(?:list|name|state|mention|enumerate|identify) (?:the|all|a|an|any|some|few|down|out|two|three|four|five|\\d+)",
  "(?:give|provide|show|tell|walk) (?:me|us|an|a|some|the|examples?)",
  "(?:write|implement|create|design|build|draw|find|make|run|use|add|convert|print|reverse|sort|calculate|count|check|solve|consider|given|suppose|imagine|assume) (?:me|an?|the|all|some|this|these|that|your|your own|code|from|how|two|in|if)",
  "(?:talk|tell|think) (?:me |us )?about|in (?:what|which)|for what|at what|true or false|you (?:are|have|need|want)",
].join("|");
const OTHERS = [
  "qué|cuál|cuáles|cómo|por qué|cuándo|dónde|explica|explique|describe",
  "qu(?:e|el|elle|els|elles)|comment|pourquoi|quand|où|expliquez|décrivez",
  "was|wie|warum|wann|wo|welche[rsnm]?|wer|erkläre|beschreibe|nenne",
  "o que|qual|quais|como|por que|quando|onde|explique",
  "что|как|какие|какой|какая|какое|почему|зачем|когда|где|чем|можно ли|возможно ли|есть ли|сколько|объясните|опишите|расскажите|назовите|перечислите|приведите|сравните|в ч[её]м",
].join("|");
const BEGINS = new RegExp(`^(?:${ENGLISH}|${OTHERS})(?![\\p{L}\\p{N}_-])`, "iu");

const EAST_ASIAN =
  /什么|如何|怎么|怎样|为什么|哪些|区别|请(?!求)|说说|谈谈|介绍|解释|简述|实现|何|なぜ|どの|説明|違い|무엇|어떻게|왜|설명(?:하|해|$)(?!기)|차이(?:점|는|를|가|$)/u;

/** Whether a heading says that questions or tasks stand under it. */
export function namesQuestions(title: string): boolean {
  return QUESTIONS.test(title);
}

const QUESTIONS =
  /(?<!\p{L})(?:questions?|exercises?|interviews?|problems?|puzzles?|quiz(?:zes)?|tasks|q\s*&\s*a|faq|fragen|aufgaben|preguntas|ejercicios|exercices|perguntas|вопросы|задачи|задания)(?!\p{L})|面试|习题|练习|質問|問題/iu;
