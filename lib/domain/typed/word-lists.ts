import { stem } from "./stem";

/** Words that say nothing alone, folded: English, and the commonest of German, French and Spanish. */
export const EMPTY: ReadonlySet<string> = new Set(
  words(`a an the this that these those it its they them their there here he she his her him we us our you your i me my mine
  is are was were be been being am has have had do does did done will would can could should may might must shall
  of in on at to from for by with into onto over under up down out off about as than then so if or and but also too
  which who whom whose what when where why how because since though although until while after before between during through
  very quite just only even still yet again more most less least much many few some any all each every other another same such both either
  e g eg ie etc via per vs get gets got give gives given go goes going let lets make makes made take takes taken took put puts come comes say says said
  one thing things way ways lot actually basically really like
  der die das den dem des ein eine einen einem einer eines und oder aber ist sind war waren wird werden wurde hat haben auf aus bei mit nach von vor zu zum zur im in an am als auch wie wenn dass sich es er sie wir man nur noch so
  le la les un une des du de et ou est sont dans sur pour par avec que qui se ce cette ces il elle on nous vous ils elles au aux plus
  el los las una unos unas y o es son del al en para con lo su sus como mas`),
);

/** Stems that many points of any subject share: they tell little. */
export const WEAK: ReadonlySet<string> = new Set(
  words(`use using implement ensure enable provide allow need want create apply support require include set add change check handle
  manage follow choose define build start work run value data good best high low new easy simple specific example case type kind multiple
  different certain always never first last second common usual general help keep mean call known process approach strategy practice
  feature system service application code aws azure google gcp microsoft amazon`).map(stem),
);

/** Words that turn round what follows them in their clause. */
export const DENIALS: ReadonlySet<string> = new Set(
  words(`not no never without cannot nor neither none nothing nobody nowhere instead rather avoid avoids avoided avoiding
  nicht kein keine keinen keiner nie niemals ohne pas jamais sans nunca sin`),
);

/** Those of them that after another say yes: "no change without a review". */
export const WITHOUT: ReadonlySet<string> = new Set(words("without ohne sans sin"));

/** Those of them that turn round one thing alone, and leave what else the sentence says. */
export const OF_ONE_THING: ReadonlySet<string> = new Set([...WITHOUT, "instead", "rather"]);

/** Stems that turn round what follows them as a "not" does, and tell something themselves. */
export const PREVENTS: ReadonlySet<string> = new Set(
  words(
    "prevent deny denied block eliminate disable stop reject refuse lack fail forbid prohibit",
  ).map(stem),
);

/** Stems of which one says the contrary of the other. */
export const OPPOSITES: ReadonlyMap<string, string> = new Map(
  `allow deny,public private,increase decrease,enable disable,synchronous asynchronous,internal external,stateful stateless,
  minimum maximum,minimize maximize,high low,fast slow,cheap expensive,top bottom,horizontal vertical,mutable immutable,
  manual automatic,client server,left right,first last,start end,static dynamic,shallow deep,strong weak,optimistic pessimistic`
    .split(",")
    .map((pair) => words(pair).map(stem))
    .flatMap(([a = "", b = ""]): [string, string][] => [
      [a, b],
      [b, a],
    ]),
);

export const NUMBERS: ReadonlyMap<string, string> = new Map(
  pairs(`two 2 twice 2 double 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 fifteen 15
  twenty 20 thirty 30 forty 40 fifty 50 sixty 60 ninety 90 hundred 100 thousand 1000`),
);

/** What is written short, and its stem in full. */
export const SHORT: ReadonlyMap<string, string> = new Map(
  pairs(`admin administrator app application apps application arg argument args argument async asynchronous attr attribute
  attrs attribute auth authentication auto automatic char character chars character config configuration db database
  dbs database dedupe deduplication dev development dir directory doc documentation docs documentation dynamo dynamodb
  elem element env environment envs environment fn function func function gb gigabyte h hour hrs hour id identifier
  ids identifier info information infra infrastructure init initial int integer js javascript k8s kubernetes kb kilobyte
  mb megabyte min minute mins minute ms millisecond msg message msgs message obj object param parameter params parameter
  perf performance perm permission perms permission pkg package postgres postgresql
  prod production prop property props property ref reference refs reference repo repository repos repository
  req request res response s second sec second secs second spec specification sync synchronous tb terabyte
  temp temporary ts typescript var variable vars variable`).map(([short, long]) => [
    short,
    stem(long),
  ]),
);

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

function pairs(list: string): [string, string][] {
  const all = words(list);
  return all.flatMap((word, i) => (i % 2 === 0 ? [[word, all[i + 1] ?? ""]] : []));
}
