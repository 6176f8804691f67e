import { spokenDate } from "@/lib/domain/spoken-time";
import type { RecentMerge } from "@/lib/wire/asks";
import type { Answer } from "./answer-form";
import { Merges } from "./merges";

type Props = { merges: RecentMerge[]; zone: string; undo: Answer };

/** What answers and runs made one lately. */
export function RecentMerges({ merges, zone, undo }: Props) {
  const listed = merges.map(({ ask, at, from, into, intoId, others }) => ({
    ask,
    text: `${said(from, into)}${othersText(others)} since ${spokenDate(at, zone)}`,
    href: `/questions/${intoId}`,
    count: others + 1,
  }));
  return <Merges title="Made one question" merges={listed} undo={undo} />;
}

function said(from: string, into: string): string {
  return from === into ? `“${into}” of two documents is one` : `“${from}” is one with “${into}”`;
}

function othersText(others: number): string {
  if (others === 0) return "";
  return others === 1 ? ", and so is one more," : `, and so are ${others} more,`;
}
