"use client";

import button from "./button.module.css";
import { useAlive } from "./use-alive";

/** Prints the page, without what is only of use on a screen. */
export function PrintButton() {
  const isAlive = useAlive();
  return (
    <button
      type="button"
      className={button.button}
      data-on-screen
      disabled={!isAlive}
      onClick={() => window.print()}
    >
      Print
    </button>
  );
}
