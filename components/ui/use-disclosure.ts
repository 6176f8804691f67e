"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

type Disclosure<Place> = {
  isOpen: boolean;
  toggle: () => void;
  /** Closes it; a focus within it goes to what opens it. */
  close: () => void;
  /** What opens it and what it opens, together. */
  place: RefObject<Place | null>;
  opener: RefObject<HTMLButtonElement | null>;
};

/** What a button opens, until it or Escape is pressed or something else is touched or has the focus. */
export function useDisclosure<Place extends HTMLElement>(): Disclosure<Place> {
  const [isOpen, setIsOpen] = useState(false);
  const place = useRef<Place>(null);
  const opener = useRef<HTMLButtonElement>(null);

  function close() {
    if (place.current?.contains(document.activeElement)) opener.current?.focus();
    setIsOpen(false);
  }

  useEffect(() => {
    if (!isOpen) return undefined;
    function leave({ target }: Event) {
      if (target instanceof Node && !place.current?.contains(target)) setIsOpen(false);
    }
    function escape({ key }: KeyboardEvent) {
      if (key !== "Escape") return;
      setIsOpen(false);
      opener.current?.focus();
    }
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    document.addEventListener("keydown", escape);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
      document.removeEventListener("keydown", escape);
    };
  }, [isOpen]);

  return { isOpen, toggle: () => setIsOpen(!isOpen), close, place, opener };
}
