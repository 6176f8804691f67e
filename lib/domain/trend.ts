/** How the reviews of some questions went: how many there were, and how many were recalled. */
export type Went = { reviews: number; recalled: number };

/** How a topic goes, by its last four weeks against the four before. */
export type Trend = { is: "better" | "worse" | "as before" | "too early"; before: Went; now: Went };

/** How long the two times are that are compared. */
export const TREND_DAYS = 28;

/** With fewer reviews in either nothing is said. */
const ENOUGH = 10;

/** Two-sided 80 % of a normal distribution: what changed is worth a word sooner than a proof. */
const Z80 = 1.282;

/** Better or worse where shares recalled differ by more than chance makes of so many reviews. */
export function trendOf(before: Went, now: Went): Trend {
  if (before.reviews < ENOUGH || now.reviews < ENOUGH) return { is: "too early", before, now };
  const all = (before.recalled + now.recalled) / (before.reviews + now.reviews);
  const error = Math.sqrt(all * (1 - all) * (1 / before.reviews + 1 / now.reviews));
  const change = now.recalled / now.reviews - before.recalled / before.reviews;
  if (Math.abs(change) <= Z80 * error) return { is: "as before", before, now };
  return { is: change > 0 ? "better" : "worse", before, now };
}

/** Several together. */
export function sumOfWent(all: readonly Went[]): Went {
  return {
    reviews: all.reduce((sum, { reviews }) => sum + reviews, 0),
    recalled: all.reduce((sum, { recalled }) => sum + recalled, 0),
  };
}

/** A trend in words, with what it rests on. */
export function trendText({ is, before, now }: Trend): string {
  if (is === "too early")
    return `too early to say whether it gets better: ${before.reviews} and ${now.reviews} reviews in two times four weeks`;
  return `${is}: recalled ${share(now)} in four weeks, ${share(before)} in the four before`;
}

function share({ recalled, reviews }: Went): string {
  return `${Math.round((100 * recalled) / reviews)}\u00a0% of ${reviews}`;
}
