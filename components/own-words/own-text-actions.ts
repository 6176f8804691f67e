import type { OwnTextKind, PointsToChoose, ShownText } from "@/lib/domain/own-words";
import type { Result } from "@/lib/result";

type Refused = { detail: string; other?: ShownText };

/** What the server does for the editors of a learner's own words. */
export type OwnTextActions = {
  save: (text: {
    questionId: string;
    kind: OwnTextKind;
    markdown: string;
    seenAt: string | null;
  }) => Promise<Result<ShownText | null, Refused>>;
  preview: (text: {
    questionId: string;
    markdown: string;
  }) => Promise<Result<string, { detail: string }>>;
};

/** The same for the key points. */
export type SavePoints = (choice: {
  questionId: string;
  mark: string;
  points: { id: string; text: string; core: boolean; hidden: boolean }[];
  added: { text: string; core: boolean }[];
}) => Promise<Result<PointsToChoose, { detail: string; others?: PointsToChoose }>>;
