// What words.ts tells of English, of other languages that documents are written in: only what is
// common, and means the same at its place in every sentence.

/** Beginnings that only what stands before them explains, where words have spaces between them. */
const LEANING_WORDS = [
  "aquí además así esto este esta estos estas ese esa eso ello también pero", // Spanish
  "aqui além assim isto isso este esta esse essa também mas porém", // Portuguese
  "ce cet cette ces cela ça ici mais aussi ainsi donc elle ils elles", // French
  "dies diese dieser dieses diesem hier dabei dadurch damit daher deshalb aber auch", // German
  "это этот эта эти такой такая такие также поэтому но он она они его здесь так тогда", // Russian
  "це цей ця ці такий також тому але він вона вони його тут", // Ukrainian
  "이 이는 이를 이것은 이런 이러한 그 그는 그리고 그러나 그래서 그런데 하지만 또한 또 따라서 즉 여기서", // Korean
  "هذا هذه ذلك تلك هنا وهذا وهذه ولكن لكن لذلك كما وهو وهي", // Arabic
];

/** The same where words have none: Chinese and Japanese. */
const LEANING_SIGNS =
  "这 此 它 该 但 而 因此 所以 同时 另外 これ それ この その また しかし つまり そして";

/** Examples, and words about what stands above or below. */
const ASIDE_WORDS = [
  "por ejemplo|por exemplo|ejemplo|exemplo|par exemple|exemple|zum beispiel|beispiel|en este (?:caso|ejemplo)",
  "например|к примеру|пример|наприклад|приклад|예를 들어|예를 들면|예시|예|مثال|على سبيل المثال|فمثلا",
];
const ASIDE_SIGNS = "例如 比如 例 以下 如下 下面 上面 たとえば 例えば 以下";

/** Titles of parts that make no point of the answer: examples, summaries, sources. */
const FLUFF_TITLES = [
  "ejemplos? resumen conclusión conclusiones referencias enlaces fuentes recursos",
  "exemplos? resumo conclusão referências links fontes",
  "exemples? résumé conclusion références sources",
  "beispiele? zusammenfassung fazit quellen",
  "примеры? итого? итоги вывод выводы резюме ссылки источники приклади? висновок посилання",
  "예시 예제 예 정리 요약 결론 참고 참고자료 출처",
  "مثال أمثلة الخلاصة خلاصة المراجع مراجع",
  "示例 例子 举例 总结 小结 结论 参考 参考资料 例 まとめ 結論",
];

/** Words that want another after them: no cut text may end with one. */
const LOOSE_WORDS = [
  "al como con cuando de del donde el en la las los o para por que se sin su un una y", // Spanish
  "ao à com da das do dos e em na nas no nos os ou quando sem um uma", // Portuguese
  "à au aux avec ce dans des du et le les ou où pour qui sans sur une", // French
  "am an auf aus bei das dass dem den der die ein eine für im mit nach oder um und von wenn zu zum", // German
  "без в во для до если и из или к как когда который которая которые на не но о от по при с со у что чтобы", // Russian
  "але або від за з із й та у чи що щоб який яка які", // Ukrainian
  "أن أو إلى التي الذي ثم حيث عن عند على في كما لا ما مع من و", // Arabic
];

export const CONNECTIVES_ABROAD = either(LOOSE_WORDS);

export const LEANING_ABROAD = new RegExp(
  `^(?:(?:${either(LEANING_WORDS)})(?=[\\s,،])|(?:${either([LEANING_SIGNS])}))`,
  "iu",
);

export const ASIDE_ABROAD = new RegExp(
  `^(?:(?:${ASIDE_WORDS.join("|")})(?=[\\s,:،])|(?:${either([ASIDE_SIGNS])}))`,
  "iu",
);

/** Also with more words after it ("Пример использования"), but for what joins it to a claim. */
export const FLUFF_ABROAD = new RegExp(`^(?:${either(FLUFF_TITLES)})(?:\\s[^:.]{0,40})?$`, "iu");

function either(rows: readonly string[]): string {
  return rows.join(" ").replaceAll(" ", "|");
}
