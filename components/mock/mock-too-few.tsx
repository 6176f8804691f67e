import { Message } from "@/components/ui/message";
import { counted } from "@/lib/domain/counted";
import { MOCK_BOUNDS, MOCK_START } from "@/lib/domain/mock";

/** Why no mock interview could be drawn. */
export function MockTooFew({ questions }: { questions: number }) {
  return (
    <Message
      title="Too few questions to draw from"
      links={[{ href: MOCK_START, text: "Choose other topics" }]}
    >
      {counted(questions, "question")} of these topics can be asked, and a mock interview has{" "}
      {MOCK_BOUNDS.questions.min} at the least. What has no answer, is suspended or put off, or was
      graded today is not asked: nothing is cold that was read this morning.
    </Message>
  );
}
