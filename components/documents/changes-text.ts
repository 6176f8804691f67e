import { counted } from "@/lib/domain/counted";
import type { UploadChanges } from "@/lib/wire/uploads";

/** What a run does to questions, in the learner's words; an empty text when it does nothing. */
export function changesText(changes: UploadChanges): string {
  const { added, split, changed, moved, merged, restored, retired, unchanged } = changes;
  const parts = [
    added > 0 && counted(added, "new question"),
    split > 0 && `${split} split off`,
    changed > 0 && `${changed} changed`,
    moved > 0 && `${moved} moved`,
    merged > 0 && `${merged} made one with ${merged === 1 ? "another" : "others"}`,
    restored > 0 && `${restored} back again`,
    retired > 0 && `${retired} put away`,
    unchanged > 0 && `${unchanged} as before`,
  ];
  return parts.filter((part) => part !== false).join(", ");
}

/** Whether every question is as it was. */
export function changesNothing(changes: UploadChanges): boolean {
  const { unchanged: _, asks: __, ...others } = changes;
  return Object.values(others).every((count) => count === 0);
}

export function questions(count: number): string {
  return counted(count, "question");
}
