import { Suspense } from "react";
import { Course } from "@/components/interview/course";
import { InterviewPage } from "@/components/interview/interview-page";
import { PlanSection } from "@/components/interview/plan-section";
import { PlanWaits } from "@/components/interview/plan-waits";
import type { Interview } from "@/lib/domain/interview";
import { readinessOf } from "@/lib/domain/readiness";
import { studyDay } from "@/lib/domain/study-day";
import { sumOfFigures } from "@/lib/domain/topic";
import { pageContext } from "@/lib/http/app-context";
import { interviewView } from "@/lib/study/interview-view";
import { plan } from "@/lib/study/plan";
import { readinessCourse } from "@/lib/study/readiness-course";
import { end, putAway, setOrder } from "./actions";

export default async function InterviewAhead() {
  const view = await interviewView(await pageContext());
  const { ahead } = view;
  return (
    <InterviewPage {...view} end={end} putAway={putAway}>
      {ahead && (
        <>
          <Suspense fallback={<PlanWaits />}>
            <Plan />
          </Suspense>
          <Suspense fallback={null}>
            <CourseOf
              interview={ahead.interview}
              now={readinessOf(sumOfFigures(ahead.topics))?.readiness ?? null}
            />
          </Suspense>
        </>
      )}
    </InterviewPage>
  );
}

/** Seeing the plan forward takes a while: the page does not wait for it. */
async function Plan() {
  const told = await plan(await pageContext(), {});
  return told.ok ? (
    <PlanSection plan={told.value} setOrder={setOrder} />
  ) : (
    <p>{told.error.detail}</p>
  );
}

/** It comes when the history is read. */
async function CourseOf({ interview, now }: { interview: Interview; now: number | null }) {
  const context = await pageContext();
  const past = await readinessCourse(context, interview);
  const today = studyDay(context.clock.now(), context.learner.scheduling);
  return <Course past={past} today={today} now={now} />;
}
