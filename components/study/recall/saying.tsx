"use client";

import { useEffect, useRef, useState } from "react";
import {
  type Heard,
  type Microphone,
  type NoMicrophone,
  openMicrophone,
} from "@/lib/offline/microphone";
import { saySeconds } from "@/lib/offline/say-seconds";
import styles from "./recall.module.css";

/** What was said in all: without a sound where nothing could be recorded. */
export type Said = { totalMs: number; heard: Heard | null; trouble: NoMicrophone | null };

type Props = {
  onTimeUp: () => void;
  /** Once, when this is gone from the page. */
  onSaid: (said: Said) => void;
};

const TROUBLES: Record<NoMicrophone, string> = {
  unsupported: "This browser can’t record here. Say it all the same: the time runs.",
  refused:
    "The microphone was refused, so nothing is recorded. Say it all the same: the time runs.",
  missing: "There is no microphone, so nothing is recorded. Say it all the same: the time runs.",
};

/** The countdown while somebody speaks, and nothing else on the page but the question. */
export function Saying({ onTimeUp, onSaid }: Props) {
  const [seconds] = useState(saySeconds);
  const [left, setLeft] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<NoMicrophone | null>(null);
  const told = useRef({ onTimeUp, onSaid });
  useEffect(() => {
    told.current = { onTimeUp, onSaid };
  });

  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset["saying"] = "";
    const microphone = openMicrophone();
    let begun = 0;
    let timer: ReturnType<typeof setInterval> | undefined;
    let isOver = false;
    function look() {
      const now = seconds - (performance.now() - begun) / 1000;
      setLeft(Math.max(0, Math.ceil(now)));
      if (now <= 0) told.current.onTimeUp();
    }
    async function begin() {
      const opened = await microphone;
      if (isOver) return;
      if (typeof opened === "string") setTrouble(opened);
      begun = performance.now();
      look();
      timer = setInterval(look, LOOK_EVERY_MS);
    }
    async function end(totalMs: number) {
      const said = await saidOf(await microphone, totalMs);
      if (begun > 0) told.current.onSaid(said);
    }
    void begin();
    return () => {
      isOver = true;
      clearInterval(timer);
      delete dataset["saying"];
      void end(Math.round(performance.now() - begun));
    };
  }, [seconds]);

  return (
    <div>
      <p role="timer" className={styles.clock} aria-label="Time left">
        {left === null ? "…" : clock(left)}
      </p>
      <p role="status" className={styles.hint}>
        {left === null && "Waiting for the microphone."}
        {trouble && TROUBLES[trouble]}
        {left === NEARLY && ` ${NEARLY} seconds left.`}
      </p>
    </div>
  );
}

const LOOK_EVERY_MS = 200;
const NEARLY = 10;

async function saidOf(opened: Microphone | NoMicrophone, totalMs: number): Promise<Said> {
  if (typeof opened === "string") return { totalMs, heard: null, trouble: opened };
  return { totalMs, heard: await opened.stop(), trouble: null };
}

/** `1:05` */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
