"use client";

import type { OwnTextKind, OwnWords, ShownText } from "@/lib/domain/own-words";
import type { OwnTextActions } from "./own-text-actions";
import { OwnTextDisclosure } from "./own-text-disclosure";

type Props = {
  questionId: string;
  own: OwnWords<ShownText>;
  actions: OwnTextActions;
  onOwn: (own: OwnWords<ShownText>) => void;
  /** For who came here to write an answer. */
  writesAnswer?: boolean;
};

/** The lines that open the editors of a learner's answer and note. */
export function OwnWordsEditors({ questionId, own, actions, onOwn, writesAnswer }: Props) {
  const edited = (kind: OwnTextKind) => ({
    questionId,
    kind,
    text: own[kind],
    actions,
    onSaved: (text: ShownText | null) => onOwn({ ...own, [kind]: text }),
  });
  return (
    <>
      <OwnTextDisclosure {...edited("answer")} opensAtOnce={writesAnswer === true} />
      <OwnTextDisclosure {...edited("note")} />
    </>
  );
}
