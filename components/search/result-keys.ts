import { type KeyboardEvent, type RefObject, useEffect } from "react";

/** Has the down arrow lead from the field into what is found. */
export function useArrowDown(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const input = field.current;
    function down(event: globalThis.KeyboardEvent) {
      const first = input?.form?.querySelector<HTMLElement>("[data-results] a");
      if (event.key !== "ArrowDown" || !first) return;
      event.preventDefault();
      first.focus();
    }
    input?.addEventListener("keydown", down);
    return () => input?.removeEventListener("keydown", down);
  }, [field]);
}

/** Moves the focus among what is found: by arrows, and to the field from the first, or by Escape. */
export function moveAmong(event: KeyboardEvent<HTMLElement>, field: HTMLInputElement | null): void {
  const links = [...event.currentTarget.querySelectorAll("a")];
  const at = links.findIndex((link) => link === document.activeElement);
  const to = { ArrowDown: links[at + 1], ArrowUp: links[at - 1] ?? field, Escape: field };
  const next = Object.entries(to).find(([key]) => key === event.key)?.[1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
