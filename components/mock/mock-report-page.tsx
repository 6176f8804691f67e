import Link from "next/link";
import button from "@/components/ui/button.module.css";
import { NextSteps } from "@/components/ui/next-steps";
import { PageTitle } from "@/components/ui/page-title";
import { MOCK_START } from "@/lib/domain/mock";
import { mockMarkdown } from "@/lib/domain/mock-markdown";
import { pointsText } from "@/lib/domain/mock-score";
import { comparedText, measuredText, shareText } from "@/lib/domain/mock-texts";
import { spokenDate, spokenMoment } from "@/lib/domain/spoken-time";
import { studyAddress } from "@/lib/domain/study-scope";
import type { MockReport } from "@/lib/wire/mock";
import { EarlierMocks } from "./earlier-mocks";
import styles from "./mock.module.css";
import { ReportActs } from "./report-acts";
import { ReportTopic } from "./report-topic";

/** How a mock interview went, by topic and by point, and what it measured. */
export function MockReportPage(report: MockReport) {
  const { id, about, startedAt, zone, topics, minutes, before, goesOn, held } = report;
  const scored = topics.flatMap(({ items }) => items);
  const measured = measuredText(report);
  const compared =
    before && comparedText(report, { ...before, when: spokenDate(before.startedAt, zone) });
  const title = `Mock interview, ${spokenMoment(startedAt, zone)}`;
  const given = [
    pointsText(scored),
    report.score !== null && `${shareText(report.score)} of what was asked`,
  ];
  return (
    <main id="main" className={`${styles.page} ${styles.report}`}>
      <PageTitle>Mock interview</PageTitle>
      <p className={styles.about}>
        Mock interview: {about}, {spokenMoment(startedAt, zone)}
      </p>
      <h1>{given.filter(Boolean).join(", ")}</h1>
      {measured.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {compared && <p>{compared}</p>}
      <p className={styles.about}>
        {report.counts
          ? "Its grades count as reviews."
          : "Its grades don’t count as reviews: the schedule is as it was."}
      </p>
      <div className={styles.screen}>
        <NextSteps steps={nextSteps(id, goesOn, scored.some(isMissed))} />
        <ReportActs markdown={mockMarkdown({ title, measured, minutes, topics })} />
      </div>
      {topics.map((topic) => (
        <ReportTopic key={topic.title} {...topic} limitMs={minutes * 60_000} />
      ))}
      <div className={styles.screen}>
        <EarlierMocks mocks={held} zone={zone} here={id} />
        <p>
          <Link href="/interview" prefetch={false} className={button.quiet}>
            To the interview
          </Link>
        </p>
      </div>
    </main>
  );
}

function nextSteps(id: string, goesOn: string | null, hasMissed: boolean) {
  const another = { href: MOCK_START, text: "Another one" };
  return [
    ...(goesOn === null ? [] : [{ href: goesOn, text: "Go on scoring" }]),
    ...(hasMissed
      ? [
          {
            href: studyAddress({ mode: "practice", missedIn: id }),
            text: "Go over what was missed",
          },
        ]
      : []),
    another,
  ];
}

function isMissed({ rating, points }: MockReport["topics"][number]["items"][number]): boolean {
  return rating === 1 || points.some(({ outcome }) => outcome !== "recalled");
}
