import { ASIDE_ABROAD, FLUFF_ABROAD, LEANING_ABROAD } from "./words-abroad";

// The English that key points are told by. A word that is missed goes into its table here.

/** Titles of parts that make no point of the answer. */
export const FLUFF: readonly RegExp[] = [
  // Praise of itself: "Results & why it worked", "Why my approach beats the rest".
  /\bwhy (?:this|it|these|my|our)(?: \w+)? (?:beat|excel|for|matter|scale|stand|win|won|work|worked)s?\b/i,
  // The same, unfinished: "Why this approach?"
  /^why (?:this|my|our)(?: \w+)?\??$/i,
  // The same, as a list: "Key advantages over manual work".
  /^(?:key |main )?(?:advantages?|benefits?) (?:over|of (?:this|my|our))\b/i,
  // Repetition.
  /^(?:conclusions?|summary|in summary|tl;?dr|recap|wrap-?up|bottom line|closing\b.*)$/i,
  /^(?:final|key|main) (?:takeaways?|thoughts?|words?|notes?|remarks?)\b/i,
  // Asides.
  /^(?:(?:pro|bonus|quick|interview)[- ]?tips?\b|(?:side )?notes?$)/i,
  // Illustrations: what they illustrate is a point already.
  /^(?:\w+ )?examples?$|^(?:code )?examples?\b|\b(?:snippets?|code samples?)$/i,
  // Ways out of the answer.
  /^(?:(?:additional|external|more|related|useful) )?(?:credits?|links|reading|references?|resources|sources)$/i,
  FLUFF_ABROAD,
  /^(?:further reading|see also|(?:follow-?up|next|related) questions|follow-?ups)\b/i,
  /^(?:дополнительные|связанные|похожие|смежные) вопросы/i,
];

/** Titles that say where a text stands, not what it says: "Action: redesign the keys". */
export const LABEL = new RegExp(
  `^(?:(?:critical|important|key|main|sample|your) )?${oneOf(
    "action answer approach challenge check context critical definition detail explanation goal implementation",
    "important insight outcome principle resolution response result scenario situation solution step task",
  )}s?$|^(?:why|how(?: it works)?)\\??$`,
  "i",
);

/** In a story (challenge, root cause, resolution) the candidate's point is what was done. */
export const DEED = beginning("action decision fix mitigation recommendation resolution solution");

/** Titles that restate the question make no point, but may stand over some. */
export const RESTATING = whole("background context goal problem requirement scenario situation");

/** A title that what follows finishes: "Choose a queue when". */
export const OPEN_TITLE = /\b(?:when|if|because|that|to|for|by)$/i;

/** The head of a table's first column when it compares the others. */
export const COMPARISON = whole(
  "aspect attribute capability characteristic criteria criterion",
  "dimension factor feature property symptom",
);

/** What joins a sentence to the one before, and is no part of its claim. */
export const LEADING_ON = anyOf(
  /^answer: \(?(?:[B-H]\b|A(?=[.):]))[\s.):—–-]*|^(?:\w+ )?(?:answer|explanation|response):\s*|^\d{1,2}[.)]\s*(?=[A-Za-z])/,
  /^(?:consequently|hence|therefore|thus),?\s+/,
  /^(?:additionally|basically|conversely|essentially|finally|furthermore|generally|however|lastly),\s*/,
  /^(?:likewise|moreover|most importantly|nevertheless|optionally|similarly|so|ultimately|on the other hand),\s*/,
  /^(?:as a result|in (?:addition|contrast|essence|fact|general|short|summary)),\s*/,
  /^as (?:you can see|mentioned|noted|seen|shown)\b[^,]*,\s*/,
  /^(?:note|notice|remember|keep in mind) that\s+/,
);

/** Beginnings that only what stands before them explains. */
export const LEANING = beginning(
  "also and but he however it its note otherwise she so that their then these they this those",
);

/** Sentences that make no claim by themselves. */
export const NO_CLAIM: readonly RegExp[] = [
  // Questions.
  /[?？؟]$/,
  // Announcements: "The following helps:", "Here is my approach."
  /\b(?:these|following|below|here|as follows)\b.*:$|^(?:here['’]s|here (?:are|is)|below)\b/i,
  // The same by number: "It has two main parts:", "Use it in many situations, such as:".
  /\b(?:two|three|four|five|six|several|many|various|different|some|following|\d) (?:\w+ ){0,3}\w+s\b[^.]*:$/i,
  // The same before a list: "Some of the features are below,", "There are several ways to check:".
  /\b(?:are,?|(?:below|following)\W*)$|^there (?:are|is)\b[^.]*:$|\b(?:like this|this way|that way):$/i,
  // Asides, and what was said before: "(Note the order!)", "Overall, queues are better."
  /^[(（](?![^()]{1,12}[)）])|^overall\b/i,
  // Beginnings: "Peaks indicate:", "Use tools like:", "If a key leaks:".
  /\b(?:are|as|be|cover|if|include|indicate|involve|is|like|mean|need|occur|require|use|when)s?:$/i,
  /^(?:as|if|when|for|to|on|once|after|before)\b[^,]*:$/i,
  // Ends: "For readers abroad."
  /^(?:for|with|without|like|via|by)\b[^,;–—]*$/i,
  // Words about the code beside them: "The above markup might look like this", "In this case, …".
  /\bthe (?:above|following)\b|\b(?:like|as) (?:follows|so|that|this)[:.]?$|\b(?:follows?|in) this (?:order|sequence|way)[:.]?$|\b(?:shown|seen) (?:above|below|here)\b/i,
  /^(?:an?|another) (?:\w+ )?(?:example|implementation) (?:can|could|in|looks|of|using|would)\b/i,
  ASIDE_ABROAD,
  /^here, |\b(?:imagine|suppose) (?:that|there|we|you)\b/i,
  /^(?:the|this|our) example\b|^the same (?:for|goes|is true)\b|^same for\b/i,
  // Where it was found: "Credit: the specification".
  /^(?:credits?|source|image|photo|reference|read more|see)\b[^.]*:|^see\b/i,
  // Sentences that lean on the one before: "This keeps costs low", "With this technique, …".
  LEANING,
  LEANING_ABROAD,
  /\b(?:these|this|those|that|such) (?:kind|sort|type)s?\b|\b(?:este|esse) tipo\b/i,
  /\bsuch an? /i,
  /^(?:at|because of|by|due to|for|from|in|on|through|under|using|via|with) (?:it|such|that|them|these|this|those)\b/i,
  /\b(?:these|this|those) (?:is|are|was|were|can|could|may|might|will|would|has|have|means|remains|to)\b/i,
  /^(?:by|for|in|on|with) (?:\w+ ){0,2}\w+, (?:it|they|this|these)\b|^(?:if|when|unless) (?:not )?\w+ed\b[^,]*, (?:it|they)\b/i,
  /^(?:\w+ )?(?:any|both|each|either|one) of (?:these|those|them)\b/i,
  /^the (?:\w+ )?difference is (?:how|what|when|where)\b/i,
  /\b(?:achieves?|causes?|considers?|does|do|makes?) (?:this|that|these|those)\b/i,
  /\b(?:because of|due to|for|like|of|with) (?:this|that|these|those)\W*$/i,
  /^(?:for example|for instance|in other words|that is)\b|^examples?\s*:/i,
];

const OPENING_WORDS = oneOf(
  "according after although as at because before by despite due during even for from given if in on",
  "once since to under unless until when whenever where while with",
);

/** What a sentence begins with before it comes to its claim: "Once the tree is built, ". */
export const OPENING = new RegExp(`^(?:(?:(?:and|or) )?${OPENING_WORDS}\\b[^,]*, )+`, "i");

/** A finite verb tells a bold claim ("One gateway cannot …") from a bold catchword. */
export const FINITE_VERB = new RegExp(
  `\\b${oneOf("are can cannot do does has have is must never should will")}\\b|n['’]t\\b`,
  "i",
);

/** The teller before a deed, which a point leaves out: "I would use a queue" is "Use a queue". */
export const FIRST_PERSON =
  /^(?:I|we)(?:['’](?:d|ll)| (?:also|always|then|typically|usually|will|would))*\s+(?!(?:am|are|can|cannot|could|do|had|have|must|need|should|was|were)\b)/i;

/** Words that want another after them: no cut text may end with one. */
export const CONNECTIVES = oneOf(
  "and but nor or", // they join
  "across against at between from in into of on onto over through to under via", // they place
  "as by during for per than until with without", // they relate
  "a an both each either even its our the their your only", // they begin a name
  "after because before if so that unless when where which while who", // they begin a clause
  "executing including instead like rather running such then using vs", // they begin an aside
);

/** Where a clause ends. A comma alone may stand in a list, or after "Before logs leave the account". */
export const CLAUSE_ENDS = new RegExp(
  `[;:] |[.!?] | [–—-] |—|,? ${oneOf(
    "because but so unless whereas which while",
  )} |, (?=(?:if|not|then|until|when|where|who|\\w{2,}ing)\\b)`,
  "gi",
);

/** What no cut may come after, for it says nothing yet: "The load depends | on …", "the keys stored | in …". */
export const WANTING = new RegExp(
  `\\b${oneOf(
    "is are was were be been being may must can could should will would",
    "according based belongs? consists? depends? leads? lies located refers? relies rely results? such",
  )}$|(?<!\\b${oneOf(
    "are as be been being gets? had has have if is not was were automatically can never than then they when where",
  )} )(?<=\\b[a-z]+ )(?:[a-z]{2,}[^e\\W]ed|bound|built|given|held|known|made|sent|written)$`,
  "i",
);

/** A comma after which ends no clause but an opening: "Nodes are leaves, and if a node splits, | …". */
export const OPEN_CLAUSE = new RegExp(`, (?:(?:and|but|or|so) )?${OPENING_WORDS}\\b[^,]*$`, "i");

/** Where a phrase ends, the best kind first: "copy the rows | while readers wait". */
export const PHRASE_ENDS: readonly RegExp[] = [
  / and (?=(?:are|can|cannot|has|have|is|may|must|should|then|therefore|thus|was|were|will)\b)/gi,
  new RegExp(
    `, | ${oneOf(
      "across after and at before by during for from given if in instead on over rather through until",
      "using via when with without",
    )} (?!(?:its|other|their)\\b)|(?<!\\b${oneOf(
      "able accessible according designed due equal going guaranteed had has have intended likely",
      "meant necessary need needs order similar supposed used visible want wants",
    )}|\\b(?:allow|ask|caus|enabl|forc|help|let|permit|requir)\\w*\\b[^,;]{0,60}) to `,
    "gi",
  ),
];

function anyOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join("|"), "i");
}

function whole(...rows: readonly string[]): RegExp {
  return new RegExp(`^${oneOf(...rows)}s?$`, "i");
}

function beginning(...rows: readonly string[]): RegExp {
  return new RegExp(`^${oneOf(...rows)}s?\\b`, "i");
}

function oneOf(...rows: readonly string[]): string {
  return `(?:${rows.join(" ").replaceAll(" ", "|")})`;
}
