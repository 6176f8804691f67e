import type { Answer } from "@/components/documents/answer-form";
import { Merges } from "@/components/documents/merges";
import { spokenDate } from "@/lib/domain/spoken-time";
import type { MergeView } from "@/lib/wire/asks";

type Props = { merges: MergeView[]; zone: string; undo: Answer };

/** What a question was made one with; its reviews are among those listed. */
export function MergedWith({ merges, zone, undo }: Props) {
  const listed = merges.map(({ ask, at, from }) => ({
    ask,
    text: `Merged with “${from}” on ${spokenDate(at, zone)}.`,
    href: null,
    count: 1,
  }));
  return <Merges title="Other questions in this one" merges={listed} undo={undo} />;
}
