import { Suspense } from "react";
import { Course } from "@/components/interview/course";
import { InterviewPage } from "@/components/interview/interview-page";
import type { Interview } from "@/lib/domain/interview";
import { readinessOf } from "@/lib/domain/readiness";
import { studyDay } from "@/lib/domain/study-day";
import { sumOfFigures } from "@/lib/domain/topic";
import { pageContext } from "@/lib/http/app-context";
import { interviewView } from "@/lib/study/interview-view";
import { readinessCourse } from "@/lib/study/readiness-course";
import { end, putAway } from "./actions";

export default async function InterviewAhead() {
  const view = await interviewView(await pageContext());
  const { ahead } = view;
  return (
    <InterviewPage {...view} end={end} putAway={putAway}>
      {ahead && (
        <Suspense fallback={null}>
          <CourseOf
            interview={ahead.interview}
            now={readinessOf(sumOfFigures(ahead.topics))?.readiness ?? null}
          />
        </Suspense>
      )}
    </InterviewPage>
  );
}

/** It comes when the history is read. */
async function CourseOf({ interview, now }: { interview: Interview; now: number | null }) {
  const context = await pageContext();
  const past = await readinessCourse(context, interview);
  const today = studyDay(context.clock.now(), context.learner.scheduling);
  return <Course past={past} today={today} now={now} />;
}
