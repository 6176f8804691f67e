import type { PointsToChoose, ShownText } from "@/lib/domain/own-words";
import type { Result } from "@/lib/result";
import type {
  PointsRefused,
  PointsToSave,
  TextRefused,
  TextToSave,
  TextToShow,
} from "@/lib/wire/questions";

/** What the server does for the editors of a learner's own words. */
export type OwnTextActions = {
  save: (text: TextToSave) => Promise<Result<ShownText | null, TextRefused>>;
  preview: (text: TextToShow) => Promise<Result<string, TextRefused>>;
};

/** The same for the key points. */
export type SavePoints = (choice: PointsToSave) => Promise<Result<PointsToChoose, PointsRefused>>;
