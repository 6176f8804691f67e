"use client";

import { createContext, type ReactNode, useContext, useState } from "react";

type Say = (text: string) => void;

const SayContext = createContext<Say>(() => undefined);

/** Says aloud, to who listens to the page, what was done on it. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: "", times: 0 });
  const [say] = useState<Say>(
    () => (text: string) => setSaid(({ times }) => ({ text, times: times + 1 })),
  );
  return (
    <SayContext value={say}>
      {children}
      <p role="status" className="visually-hidden">
        {/* What is said again is new. */}
        <span key={said.times}>{said.text}</span>
      </p>
    </SayContext>
  );
}

/** Says something within an `Announcer`. */
export function useSay(): Say {
  return useContext(SayContext);
}
