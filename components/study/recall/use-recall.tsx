"use client";

import { type ReactNode, useState } from "react";
import type { OwnTextActions } from "@/components/own-words/own-text-actions";
import type { Proposal } from "@/lib/domain/coverage";
import type { ShownText } from "@/lib/domain/own-words";
import type { SessionItem } from "@/lib/domain/session";
import type { ChosenWay, Way } from "@/lib/domain/way";
import type { Shown } from "@/lib/offline/session-items";
import {
  Headline,
  PickChoices,
  SaySecondsChoice,
  Saying,
  TypeBox,
  TypedText,
  WhatWasSaid,
} from "./parts";
import type { Said } from "./saying";
import { useTyped } from "./use-typed";

type Recalled = {
  question: SessionItem<Shown>;
  isOpen: boolean;
  /** What the learner chose; a question with choices is picked all the same. */
  chosen: ChosenWay;
  takesFocus: boolean;
  onOpen: () => void;
  own: { has: boolean; actions: OwnTextActions; onKept: (own: ShownText | null) => void };
  /** Marks the first point as recalled, and whether any mark is on it. */
  first: { isMarked: boolean; mark: () => void };
};

/** How a question is recalled: what stands below its prompt, what beside its answer, and what is stored of it. */
export function useRecall({ question, isOpen, chosen, takesFocus, onOpen, own, first }: Recalled) {
  const { questionId, shown } = question;
  const way: Way = shown.choices ? "pick" : chosen;
  const typed = useTyped(question, way === "type", isOpen);
  const [picked, setPicked] = useState<readonly number[]>([]);
  const [isSaying, setIsSaying] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const [hasSpoken, setHasSpoken] = useState(false);
  const [isPast, setIsPast] = useState(false);
  const [headline] = shown.keyPoints;

  function begin() {
    setHasSpoken(true);
    setIsSaying(true);
  }
  function show() {
    setIsSaying(false);
    onOpen();
  }
  const below: Record<Way, ReactNode> = {
    think: null,
    type: !isOpen && (
      <TypeBox text={typed.text} onText={typed.write} onShow={show} takesFocus={takesFocus} />
    ),
    say:
      !isOpen &&
      (isSaying ? <Saying onTimeUp={show} onSaid={setSaid} /> : <SaySecondsChoice onShow={show} />),
    pick: shown.choices && (
      <PickChoices choices={shown.choices} picked={picked} isOpen={isOpen} onPick={setPicked} />
    ),
  };
  const beside: Record<Way, ReactNode> = {
    think: null,
    type: <TypedText questionId={questionId} text={typed.text} hasOwn={own.has} {...own} />,
    say: said && <WhatWasSaid questionId={questionId} said={said} />,
    pick: null,
  };
  const asksFirst = hasSpoken && !isPast && !first.isMarked;
  return {
    way,
    below: below[way],
    beside: isOpen ? beside[way] : null,
    headline: isOpen && asksFirst && headline && (
      <Headline
        text={headline.text}
        onAnswer={(given) => {
          setIsPast(true);
          if (given) first.mark();
        }}
      />
    ),
    /** What is to be pressed next says something else than to show the answer; null where it does not. */
    begin: way === "say" && !isOpen && !isSaying ? begin : null,
    show,
    suggested: typed.suggested,
    /** What was picked speaks for a grade: right for Good, wrong for Again; null where nothing was. */
    proposed:
      isOpen && picked.length > 0 && shown.choices ? proposedBy(picked, shown.choices.right) : null,
    given: { way, suggestedKeyPointIds: way === "type" ? [...typed.suggested] : null },
    drop: typed.drop,
  };
}

function proposedBy(picked: readonly number[], right: readonly number[]): Proposal {
  const isRight = picked.length === right.length && right.every((i) => picked.includes(i));
  return isRight ? { rating: 3, why: "picked right" } : { rating: 1, why: "picked wrong" };
}
