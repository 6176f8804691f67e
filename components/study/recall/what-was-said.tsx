"use client";

import { useEffect, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { keepRecording, type Recording, recordingsOf } from "@/lib/offline/recordings";
import { KeptRecordings } from "./kept-recordings";
import styles from "./recall.module.css";
import { Sound } from "./sound";
import type { Said } from "./saying";

/** What was just said to a question, to be heard beside its answer, and what was said before. */
export function WhatWasSaid({ questionId, said }: { questionId: string; said: Said }) {
  const { heard, totalMs } = said;
  const [before, setBefore] = useState<readonly Recording[]>([]);
  const [isKept, setIsKept] = useState<boolean | null>(null);

  useEffect(() => {
    void (async () => {
      setBefore(await recordingsOf(questionId));
      if (!heard) return;
      const { sound, firstWordMs } = heard;
      const recording = { id: uuidv7(), questionId, at: new Date(), sound, firstWordMs, totalMs };
      await keepRecording(recording);
      setIsKept(true);
    })().catch(() => setIsKept(false));
  }, [questionId, heard, totalMs]);

  return (
    <section className={styles.mine} aria-labelledby="what-you-said">
      <h2 id="what-you-said">What you said</h2>
      {heard && <Sound sound={heard.sound} name="What you just said" />}
      <p>
        {heard && firstWord(heard.firstWordMs)}
        {seconds(totalMs)} in all.
        {!heard && " Nothing was recorded."}
        {isKept === false && " It could not be kept: it is gone when you go on."}
      </p>
      {before.map(({ id, at, sound, firstWordMs, totalMs: all }) => (
        <div key={id}>
          <h3>On {at.toLocaleDateString()}</h3>
          <Sound sound={sound} name={`What you said on ${at.toLocaleDateString()}`} />
          <p>
            {firstWord(firstWordMs)}
            {seconds(all)} in all.
          </p>
        </div>
      ))}
      {(isKept === true || before.length > 0) && <KeptRecordings onDeleted={() => setBefore([])} />}
    </section>
  );
}

function firstWord(ms: number | null): string {
  return ms === null ? "No word was heard. " : `First word after ${seconds(ms)}, `;
}

/** `1.2 s`, `47 s` */
function seconds(ms: number): string {
  return `${ms < 10_000 ? (ms / 1000).toFixed(1) : Math.round(ms / 1000)} s`;
}
