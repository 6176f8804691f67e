"use client";

import { CHOSEN_WAYS, type ChosenWay, isChosenWay } from "@/lib/domain/way";
import styles from "./recall.module.css";

const NAMES: Record<ChosenWay, string> = { think: "Think", type: "Type", say: "Say" };

type Props = {
  way: ChosenWay;
  /** Once the answer is shown there is nothing to choose; its place stays, so that nothing moves. */
  isOver: boolean;
  onWay: (way: ChosenWay) => void;
};

/** How the learner recalls, from this question on. */
export function WayChoice({ way, isOver, onWay }: Props) {
  return (
    <label className={styles.way} data-over={isOver}>
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
