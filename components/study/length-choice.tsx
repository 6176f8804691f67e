"use client";

import { useRouter } from "next/navigation";
import { useAlive } from "@/components/ui/use-alive";
import { lengthText } from "@/lib/domain/session-words";
import { type SessionLength, studyAddress, type StudyScope } from "@/lib/domain/study-scope";
import styles from "./length-choice.module.css";

const LENGTHS: readonly SessionLength[] = [
  { questions: 10 },
  { questions: 20 },
  { minutes: 10 },
  { minutes: 20 },
];

/** How long a session is to be, before it begins; another length is another address. */
export function LengthChoice({ scope }: { scope: StudyScope }) {
  const router = useRouter();
  const isAlive = useAlive();
  const here = studyAddress(scope);
  const others = LENGTHS.map((length) => ({
    address: studyAddress({ ...scope, length }),
    text: lengthText(length),
  }));
  const all = { address: studyAddress({ ...scope, length: null }), text: "To the end" };
  const choices = [all, ...others];
  const isOther = choices.every(({ address }) => address !== here);
  return (
    <select
      aria-label="How long"
      className={styles.length}
      value={here}
      disabled={!isAlive}
      onChange={({ target }) => router.replace(target.value)}
    >
      {isOther && scope.length && <option value={here}>{lengthText(scope.length)}</option>}
      {choices.map(({ address, text }) => (
        <option key={address} value={address}>
          {text}
        </option>
      ))}
    </select>
  );
}
