"use client";

import { useEffect, useState } from "react";
import { Sound } from "@/components/study/recall/sound";
import recall from "@/components/study/recall/recall.module.css";
import { type Recording, recordingsOf } from "@/lib/offline/recordings";

/** What was said to a question in a mock interview, to be heard beside its answer. */
export function SaidAgain({ questionId, ids }: { questionId: string; ids: readonly string[] }) {
  const [found, setFound] = useState<readonly Recording[] | null>(null);
  useEffect(() => {
    recordingsOf(questionId)
      .then((all) => setFound(all.filter(({ id }) => ids.includes(id)).toReversed()))
      .catch(() => setFound([]));
  }, [questionId, ids]);
  if (found === null) return null;
  return (
    <section className={recall.mine} aria-labelledby="what-you-said">
      <h2 id="what-you-said">What you said</h2>
      {found.length === 0 && <p>Nothing was recorded.</p>}
      {found.map(({ id, sound }, i) => (
        <Sound
          key={id}
          sound={sound}
          name={found.length === 1 ? "What you said" : `What you said, part ${i + 1}`}
        />
      ))}
    </section>
  );
}
