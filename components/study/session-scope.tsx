import { scopeName } from "@/lib/domain/session-words";
import type { StudyScope } from "@/lib/domain/study-scope";

type Props = { scope: StudyScope; topicTitle: string | null };

/** What this session is of; nothing where it is of all that waits. */
export function SessionScope({ scope, topicTitle }: Props) {
  const name = scopeName(scope, topicTitle);
  if (name === null) return null;
  const asItIs = scope.mode === "practice" ? ": the schedule stays as it is" : "";
  return (
    <p>
      {name}
      {asItIs}.
    </p>
  );
}
