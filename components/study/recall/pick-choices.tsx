"use client";

import type { Choices } from "@/lib/domain/choices";
import styles from "./recall.module.css";

type Props = {
  choices: Choices;
  picked: readonly number[];
  isOpen: boolean;
  onPick: (picked: readonly number[]) => void;
};

/** What is picked before the answer is shown; then which of it was right, where the document says. */
export function PickChoices({ choices: { options, right }, picked, isOpen, onPick }: Props) {
  const isMany = right.length > 1;
  function pick(i: number) {
    const others = picked.filter((one) => one !== i);
    if (!isMany) onPick([i]);
    else onPick(others.length < picked.length ? others : [...picked, i]);
  }
  return (
    <fieldset className={styles.choices} disabled={isOpen}>
      <legend>{isMany ? `Pick ${right.length}` : "Pick one"}</legend>
      {options.map(({ letter, text }, i) => {
        const outcome = isOpen ? outcomeOf(right, picked, i) : null;
        return (
          <label key={`${letter} ${text}`} data-right={outcome?.isRight}>
            <input
              type={isMany ? "checkbox" : "radio"}
              name="choice"
              checked={picked.includes(i)}
              onChange={() => pick(i)}
            />
            <span>
              {letter && `${letter}. `}
              {text}
            </span>
            {outcome && <strong>{outcome.says}</strong>}
          </label>
        );
      })}
    </fieldset>
  );
}

function outcomeOf(right: readonly number[], picked: readonly number[], i: number) {
  const isPicked = picked.includes(i);
  if (right.includes(i)) return { isRight: true, says: isPicked ? "✓ right" : "✓ this was right" };
  return isPicked && right.length > 0 ? { isRight: false, says: "✕ wrong" } : null;
}
