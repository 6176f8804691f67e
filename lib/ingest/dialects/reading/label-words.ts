// The words that label a question and its answer, as patterns; case is the reader's to ignore.

/** `Q: …`, `Question 3. …`, `Вопрос: …`, `问：…` */
export const QUESTION_LABEL =
  "(?:q|ques|question|frage|pregunta|pergunta|p(?=\\s*\\d+\\s*[.:)])|domanda|quest[ãa]o|cuestión|vraag|pytanie|soru|soal|câu(?: hỏi)?|вопрос|питання|问题|题目|面试题|問題|质问|質問|问|問|질문|سؤال|السؤال)";

/** `Answer: …`, `Ans. …`, `Ответ: …`, `答：…`; but for `A: …`, which may be a choice. */
export const ANSWER_LABEL =
  "(?:(?:(?:my|the|main|author['’]s|model|sample|suggested|correct|right|official|short) ){0,2}(?:answers?|solution)|correct (?:option|choice)s?|ans|(?:richtige )?antwort|lösung|respuesta(?:s? correctas?)?|solución|(?:bonne )?réponse|resposta(?:s? corretas?)?|gabarito|risposta(?: corretta)?|antwoord|odpowiedź|cevap|(?:kunci )?jawaban|đáp án|(?:правильный )?ответ|решение|відповідь|(?:正确|参考|标准)?答案|解答|回答|答え|答|정답|답|الإجابة|الجواب|إجابة)";

/** What may stand before a label. */
export const OPENING = "(?:\\*{1,3}|_{1,3}|<b>|<strong>)";
/** What may stand after it. */
export const CLOSING = "(?:\\*{1,3}|_{1,3}|</b>|</strong>)";
/** The sign that may stand before the word: `✅ Answer: B`. */
export const SIGN = "(?:[✅✔☑💡👉]\\ufe0f?[ \\t]*)?";

/** Whether more than a label is in the bold that it begins: `**Answer: It is a network.**` */
export function leavesOpen(label: string): boolean {
  return label.split(EMPHASIS).length === 2;
}

const EMPHASIS = /\*+|_+|<\/?(?:b|strong)>/i;
