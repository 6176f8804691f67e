"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";

type Props = {
  href: string;
  children: string;
  /** What the focus goes to when the link has gone, among the asks that are shown then. */
  focus: string;
};

/** A link that shows more of what is to be decided, and is no more there then. */
export function ShowMore({ href, children, focus }: Props) {
  const followed = useRef(false);
  useEffect(
    () => () => {
      if (followed.current) document.querySelector<HTMLElement>(focus)?.focus();
    },
    [focus],
  );
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      onClick={() => {
        followed.current = true;
      }}
    >
      {children}
    </Link>
  );
}
