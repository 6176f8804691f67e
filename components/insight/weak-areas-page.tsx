import { Message } from "@/components/ui/message";
import { PageTitle } from "@/components/ui/page-title";
import { awayText } from "@/lib/domain/interview";
import { recallText } from "@/lib/domain/topic";
import { NOTHING_WEAK, tooFewText } from "@/lib/domain/weakness";
import type { WeakAreasView } from "@/lib/wire/weak-areas";
import { AreaEntry } from "./area-entry";
import { LossMap } from "./loss-map";
import { LostPoints } from "./lost-points";
import styles from "./weak-areas.module.css";

/** What would be lost, why, and what helps: as a map, and in words. */
export function WeakAreasPage(view: WeakAreasView) {
  const { figures, enough, areas, beyond, map, points } = view;
  if (areas.length === 0)
    return (
      <Message
        title={enough ? "No topic is weak" : "Not enough to say yet"}
        links={[{ href: "/study", text: "Study" }]}
      >
        {enough ? NOTHING_WEAK : tooFewText(figures)}
      </Message>
    );
  return (
    <main id="main" className={styles.page}>
      <PageTitle>Weak areas</PageTitle>
      <h1>Weak areas</h1>
      <p className={styles.rests}>{aboutText(view)}</p>
      <LossMap topics={map} after="#areas" />
      <section aria-labelledby="areas">
        <h2 id="areas">What is lost, and why?</h2>
        {!enough && (
          <p className={styles.rests}>
            Of what is forgotten there is not enough to say yet: {tooFewText(figures)}
          </p>
        )}
        <ol className={styles.areas}>
          {areas.map((area) => (
            <AreaEntry key={`${area.cause} ${area.path}`} area={area} />
          ))}
        </ol>
        {beyond > 0 && (
          <p className={styles.rests}>
            {beyond} more, and less is lost of {beyond === 1 ? "it" : "each"}.
          </p>
        )}
      </section>
      {points.length > 0 && <LostPoints points={points} />}
    </main>
  );
}

/** What is told, for when, and what the figures are. */
function aboutText({ interview, figures }: WeakAreasView): string {
  const when = interview ? `${interview.title}, ${awayText(interview.daysLeft)}` : "Today";
  const counts = interview ? ", counted as often as its topic matters" : "";
  return `${when}: ${recallText(figures)}. What you would lose of that comes first where it is most: of each question the chance that it is not recalled${counts}.`;
}
