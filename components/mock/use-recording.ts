"use client";

import { useEffect, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { type NoMicrophone, openMicrophone } from "@/lib/offline/microphone";
import { keepRecording } from "@/lib/offline/recordings";

/**
 * Records while it is there, and keeps what was said in this browser, every few seconds: a page that is
 * left in the middle loses no more than those. `onKept` is told the recording's id once something is kept.
 * Answers why nothing is recorded; null while something is, or nothing is to be.
 */
export function useRecording(
  isOn: boolean,
  questionId: string,
  onKept: (id: string) => void,
): NoMicrophone | "unkept" | null {
  const [trouble, setTrouble] = useState<NoMicrophone | "unkept" | null>(null);
  const told = useRef(onKept);
  useEffect(() => {
    told.current = onKept;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const id = uuidv7();
    const begun = performance.now();
    let isTold = false;
    let isOver = false;
    async function keep(sound: Blob, firstWordMs: number | null) {
      const totalMs = Math.round(performance.now() - begun);
      await keepRecording({ id, questionId, at: new Date(), sound, firstWordMs, totalMs });
      if (!isTold) told.current(id);
      isTold = true;
    }
    const unkept = () => setTrouble("unkept");
    const microphone = openMicrophone((soFar) => {
      if (!isOver) keep(soFar, null).catch(unkept);
    });
    void (async () => {
      const opened = await microphone;
      if (typeof opened === "string" && !isOver) setTrouble(opened);
    })();
    return () => {
      isOver = true;
      void (async () => {
        const opened = await microphone;
        if (typeof opened === "string") return;
        const { sound, firstWordMs } = await opened.stop();
        await keep(sound, firstWordMs);
      })().catch(() => undefined);
    };
  }, [isOn, questionId]);
  return trouble;
}
