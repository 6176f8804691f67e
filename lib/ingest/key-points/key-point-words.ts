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
  /^examples?\b|\b(?:snippet|code sample)s?$/i,
  // Ways out of the answer.
  /\b(?:references?|further reading|see also|useful links)$/i,
];

/** Titles that say where a text stands, not what it says: "Action: redesign the keys". */
export const LABEL = new RegExp(
  `^(?:(?:critical|important|key|main) )?${oneOf(
    "action answer approach challenge check context critical detail goal implementation",
    "important insight outcome principle resolution result scenario situation solution step task",
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

/** Sentences that make no claim by themselves. */
export const NO_CLAIM: readonly RegExp[] = [
  // Questions.
  /\?$/,
  // Announcements: "The following helps:", "Here is my approach."
  /\b(?:these|following|below|here|as follows)\b.*:$|^(?:here['’]s|here is|below)\b/i,
  // Beginnings: "Peaks indicate:", "Use tools like:", "If a key leaks:".
  /\b(?:are|as|be|cover|if|include|indicate|involve|is|like|mean|need|occur|require|use|when)s?:$/i,
  /^(?:if|when|for|to|on|once|after|before)\b[^,]*:$/i,
  // Ends: "For readers abroad."
  /^(?:for|with|without|like|via|by)\b[^,;–—]*$/i,
  // Sentences that lean on the one before: "This keeps costs low."
  beginning("also and but he however it note otherwise she so that then these they this those"),
  /^for example\b/i,
];

/** A finite verb tells a bold claim ("One gateway cannot …") from a bold catchword. */
export const FINITE_VERB = new RegExp(
  `\\b${oneOf("are can cannot do does has have is must never should will")}\\b|n['’]t\\b`,
  "i",
);

/** The teller before a deed, which a point leaves out: "I would use a queue" is "Use a queue". */
export const FIRST_PERSON =
  /^(?:I|we)(?:['’](?:d|ll)| (?:also|always|then|typically|usually|will|would))*\s+(?!(?:am|are|do|had|have|was|were)\b)/i;

/** Words that want another after them: no cut text may end with one. */
export const CONNECTIVES = oneOf(
  "and but nor or", // they join
  "across against at between from in into of on onto over through to under via", // they place
  "as by during for per than until with without", // they relate
  "a an both its our the their your not only", // they begin a name
  "after because before if so that unless when where which while who", // they begin a clause
  "including instead like rather such then using vs", // they begin an aside
);

/** Words before which a phrase can end: "copy the rows | while readers wait". */
export const PHRASE_STARTS = oneOf(
  "across by during for from in over through to via with without",
  "after and because before if so unless when which while",
  "instead rather using",
);

function whole(...rows: readonly string[]): RegExp {
  return new RegExp(`^${oneOf(...rows)}s?$`, "i");
}

function beginning(...rows: readonly string[]): RegExp {
  return new RegExp(`^${oneOf(...rows)}s?\\b`, "i");
}

function oneOf(...rows: readonly string[]): string {
  return `(?:${rows.join(" ").replaceAll(" ", "|")})`;
}
