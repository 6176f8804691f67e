/** Writes what texts say in full as the acronym that one of them has for it, so that both are one word. */
export function withAcronyms(texts: readonly string[]): (text: string) => string {
  const all = texts.join("\n");
  const inFull = [...new Set(all.match(ACRONYM) ?? [])].flatMap((acronym) => {
    const letters = acronym.replace(/s$/, "");
    const found = new Set(all.match(spelledOut(letters)));
    return [...found].map((long): [RegExp, string] => [anyCase(long), letters]);
  });
  return (text) =>
    inFull.reduce(
      (shorter, [long, acronym]) => shorter.replaceAll(long, acronym),
      text.replaceAll(/\bpull[ -]requests?\b/gi, "PR"),
    );
}

const ACRONYM = /\b[A-Z]{2,5}s?\b/g;

/** Words that begin with the letters; for two letters chance would find some, so they must stand beside them. */
function spelledOut(letters: string): RegExp {
  const words = Array.from(letters)
    .map((letter) => `[${letter}${letter.toLowerCase()}][a-z]+`)
    .join("[ -](?:(?:of|to|as|and|the) )?");
  return letters.length > 2
    ? new RegExp(String.raw`\b${words}\b`, "g")
    : new RegExp(
        String.raw`\b${words}(?= \(${letters}s?\))|(?<=\b${letters} \()${words}(?=\))`,
        "g",
      );
}

function anyCase(long: string): RegExp {
  return new RegExp(String.raw`\b${long.replaceAll(/[ -]/g, "[ -]").replace(/s$/, "")}s?\b`, "gi");
}
