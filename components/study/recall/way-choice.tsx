"use client";

import { CHOSEN_WAYS, type ChosenWay, isChosenWay } from "@/lib/domain/way";
import styles from "./recall.module.css";

const NAMES: Record<ChosenWay, string> = { think: "Think", type: "Type", say: "Say" };

/** How the learner recalls: from the next question on, and on every device. */
export function WayChoice({ way, onWay }: { way: ChosenWay; onWay: (way: ChosenWay) => void }) {
  return (
    <label className={styles.way}>
      <span className="visually-hidden">How you recall</span>
      <select
        value={way}
        onChange={({ target }) => isChosenWay(target.value) && onWay(target.value)}
      >
        {CHOSEN_WAYS.map((one) => (
          <option key={one} value={one}>
            {NAMES[one]} it
          </option>
        ))}
      </select>
    </label>
  );
}
