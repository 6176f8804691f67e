import button from "@/components/ui/button.module.css";
import { counted } from "@/lib/domain/counted";
import { lastMinutesText } from "@/lib/domain/last-minutes";
import { gapText } from "@/lib/domain/plan-gaps";
import { spokenStudyDay } from "@/lib/domain/spoken-time";
import { recallPercent } from "@/lib/domain/topic";
import type { PlanView } from "@/lib/wire/plan";
import type { Press } from "./interview-page";
import styles from "./plan.module.css";
import { rangeText } from "./readiness-text";

type Props = { plan: PlanView; setOrder: Press };

/** What is planned until the interview, what it leads to, and what it leaves out. */
export function PlanSection({ plan, setOrder }: Props) {
  const { sentence, reaches, asThingsStand, leftOut, gap, lastMinutes } = plan;
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">What if you keep the plan?</h2>
      <p className={styles.sentence}>{sentence}</p>
      <dl className={styles.beside}>
        <div>
          <dt>If you keep the plan</dt>
          <dd>
            {recallPercent(reaches.readiness)}&nbsp;%{rangeText(reaches)}
          </dd>
        </div>
        <div>
          <dt>As things stand</dt>
          <dd>
            {recallPercent(asThingsStand.readiness)}&nbsp;%{rangeText(asThingsStand)}
          </dd>
        </div>
      </dl>
      {lastMinutes.length > 0 && (
        <p className={styles.stop} role="note">
          {lastMinutesText(lastMinutes)}
        </p>
      )}
      <Days days={plan.days} />
      {leftOut.length > 0 && <LeftOut leftOut={leftOut} />}
      {lastMinutes.length === 0 && <OrderOfReviews order={plan.order} setOrder={setOrder} />}
      <details className={styles.rests}>
        <summary>What the plan rests on</summary>
        <p>{paceText(plan.paceRestsOn)}</p>
        <p>
          Your memories were seen forward by FSRS-6 many times over, each day with what the plan
          asks on it. A day that you miss is spread over those that are left; nothing is reset, and
          what a review decided stays.
        </p>
        {gap && <p>{gapText(gap)}</p>}
      </details>
    </section>
  );
}

/** So many days are shown at once. */
const SHOWN = 14;

function Days({ days }: Pick<PlanView, "days">) {
  if (days.length === 0) return <p>Nothing is planned for the day itself.</p>;
  const most = Math.max(...days.map(({ minutes }) => minutes), 1);
  const [first, later] = [days.slice(0, SHOWN), days.slice(SHOWN)];
  return (
    <>
      <DayRows days={first} most={most} caption="The days ahead" />
      {later.length > 0 && (
        <details className={styles.rests}>
          <summary>{counted(later.length, "later day")}</summary>
          <DayRows days={later} most={most} caption="Later days" />
        </details>
      )}
    </>
  );
}

function DayRows({
  days,
  most,
  caption,
}: {
  days: PlanView["days"];
  most: number;
  caption: string;
}) {
  return (
    <table className={styles.days}>
      <caption className="visually-hidden">{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Minutes</th>
          <th scope="col">Questions</th>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.studyDay}>
            <th scope="row">{spokenStudyDay(day.studyDay)}</th>
            <td className={styles.minutes}>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect width={(100 * day.minutes) / most} height="8" />
              </svg>
              {day.minutes > 0 && `${day.minutes} min`}
            </td>
            <td>{dayText(day)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function dayText({ due, new: unseen }: PlanView["days"][number]): string {
  const parts = [due > 0 && counted(due, "review"), unseen > 0 && `${unseen} new`];
  return parts.filter((part) => part !== false).join(", ") || "nothing";
}

function LeftOut({ leftOut }: Pick<PlanView, "leftOut">) {
  const all = leftOut.reduce((sum, { questions }) => sum + questions, 0);
  const [first, later] = [leftOut.slice(0, 5), leftOut.slice(5)];
  const of = first.map(({ titles, questions }) => `${questions} of ${titles.join(" › ")}`);
  if (later.length > 0) of.push(`others of ${counted(later.length, "more topic")}`);
  return (
    <p>
      There is no time for {counted(all, "question")} that you have not seen, those that matter
      least: {of.join(", ")}.
    </p>
  );
}

function OrderOfReviews({ order, setOrder }: Pick<PlanView, "order"> & { setOrder: Press }) {
  const isByGain = order === "gain";
  return (
    <form action={setOrder} className={styles.order}>
      <input type="hidden" name="order" value={isByGain ? "due" : "gain"} />
      <span>
        {isByGain
          ? "A day's reviews are chosen by what a minute of them gains on the day."
          : "A day's reviews are chosen by when they are due."}
      </span>
      <button type="submit" className={button.quiet}>
        {isByGain ? "Choose them by when they are due" : "Choose them by what they gain"}
      </button>
    </form>
  );
}

function paceText({ new: unseen, learning, review }: PlanView["paceRestsOn"]): string {
  return `Your pace: ${paceOf(unseen, "a new question")}, ${paceOf(learning, "a step")}, ${paceOf(review, "a review")}.`;
}

function paceOf(answers: number, what: string): string {
  return answers === 0
    ? `a minute for ${what}, for want of answers`
    : `the median of your last ${answers} answers for ${what}`;
}
