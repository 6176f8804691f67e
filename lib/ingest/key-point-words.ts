// The English that key points are told by, in one place: each table names its reason.

/** Titles of parts that make no point of the answer. */
export const FLUFF: readonly RegExp[] = [
  // Praise of itself: "Why this works", "Results & why it worked", "Why my approach beats the rest", "Why this for the role".
  /\bwhy (?:this|it|these|my|our)(?: \w+)? (?:works?|worked|wins?|won|beats?|matters?|scales?|stands? out|excels?|for)\b/i,
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

/** Titles that say where a text stands, not what it says: "Action: redesign the keys" is "redesign the keys". */
export const LABEL = new RegExp(
  `^(?:(?:critical|important|key|main) )?(?:${oneOf(
    "action answer approach challenge check context critical detail goal implementation important insight",
    "outcome principle resolution result scenario situation solution step task",
  )})s?$|^(?:why|how(?: it works)?)\\??$`,
  "i",
);

/** In a story (challenge, root cause, resolution) the candidate's point is what was done. */
export const DEED = /^(?:resolution|solution|action|fix|mitigation|decision|recommendation)s?\b/i;

/** What restates the question makes no point, but may hold some: "Goal: block it within minutes" over a table. */
export const RESTATING =
  /^(?:goals?|scenario|situation|context|background|requirements?|problem)$/i;

/** A title that what follows finishes: "Choose a queue when". */
export const OPEN_TITLE = /\b(?:when|if|because|that|to|for|by)$/i;

/** Heads of a table's first column when it compares the others, whose heads then belong to the text. */
export const COMPARISON =
  /^(?:factor|criteri(?:on|a)|aspect|feature|symptom|dimension|property|attribute|characteristic|capability)?s?$/i;

/** Sentences that make no claim by themselves. */
export const NO_CLAIM: readonly RegExp[] = [
  // Questions.
  /\?$/,
  // Announcements: "The following helps:", "Here is my approach."
  /\b(?:these|following|below|here|as follows)\b.*:$|^(?:here['’]s|here is|below)\b/i,
  // Beginnings: "Peaks indicate:", "Use tools like:", "If a key leaks:".
  /\b(?:is|are|be|includes?|indicates?|involves?|requires?|needs?|means?|covers?|uses?|occurs|if|when|like|such as):$/i,
  /^(?:if|when|for|to|on|once|after|before)\b[^,]*:$/i,
  // Ends: "For readers abroad."
  /^(?:for|with|without|like|via|by)\b[^,;–—]*$/i,
  // Sentences that lean on the one before: "This keeps costs low."
  /^(?:this|that|these|those|it|they|he|she|so|but|and|however|also|then|for example|otherwise|note)\b/i,
];

/** A finite verb tells a bold claim ("One gateway cannot …") from a bold catchword. */
export const FINITE_VERB =
  /\b(?:is|are|can|cannot|must|should|never|does|do|will|has|have)\b|n['’]t\b/i;

/** The teller before a deed, which a point leaves out: "I would use a queue" is "Use a queue". */
export const FIRST_PERSON =
  /^(?:I|we)(?:['’](?:d|ll)| would| will| always| typically| usually| then| also)*\s+(?!(?:am|are|do|had|have|was|were)\b)/i;

/** Words that want another after them: no cut text may end with one. */
export const CONNECTIVES = oneOf(
  "and but nor or", // they join
  "across against as at between by during for from in into of on onto over per than through to under until via with without", // they place
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

function oneOf(...rows: readonly string[]): string {
  return rows.join(" ").replaceAll(" ", "|");
}
