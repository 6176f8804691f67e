import { type RefObject, useEffect, useRef } from "react";
import { areLetterKeysOff, takesKeys } from "@/components/ui/keys";

/**
 * Has `/` lead to the search field from wherever nobody writes; `call` makes it be seen before. Answers
 * what had the focus then.
 */
export function useSearchKey(
  field: RefObject<HTMLInputElement | null>,
  call: () => void,
): RefObject<Element | null> {
  const cameFrom = useRef<Element | null>(null);
  const latest = useRef(call);
  useEffect(() => {
    latest.current = call;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey, altKey, isComposing, repeat } = event;
      if (key !== "/" || ctrlKey || metaKey || altKey || isComposing || repeat) return;
      if (areLetterKeysOff() || takesKeys(event.target) || document.querySelector("dialog[open]"))
        return;
      event.preventDefault();
      cameFrom.current = document.activeElement;
      latest.current();
      // It is seen in the next frame, and nothing that isn't takes the focus.
      requestAnimationFrame(() => {
        field.current?.focus();
        field.current?.select();
      });
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [field]);
  return cameFrom;
}
