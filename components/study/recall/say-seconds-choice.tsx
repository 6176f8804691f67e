"use client";

import { useState } from "react";
import button from "@/components/ui/button.module.css";
import { keepSaySeconds, SAY_SECONDS, saySeconds } from "@/lib/offline/say-seconds";
import styles from "./recall.module.css";

/** Before it is said: how long the learner gives themselves, and the way round it. */
export function SaySecondsChoice({ onShow }: { onShow: () => void }) {
  const [seconds, setSeconds] = useState(saySeconds);
  return (
    <div className={styles.seconds}>
      <label>
        You have{" "}
        <select
          value={seconds}
          onChange={({ target }) => {
            setSeconds(Number(target.value));
            keepSaySeconds(Number(target.value));
          }}
        >
          {SAY_SECONDS.map((one) => (
            <option key={one} value={one}>
              {one} seconds
            </option>
          ))}
        </select>
      </label>
      <button type="button" className={button.quiet} onClick={onShow}>
        Show answer without saying it
      </button>
      <p>
        It is recorded, and stays in this browser. Begin with the sentence they are to remember.
      </p>
    </div>
  );
}
