import Link from "next/link";
import type { Step } from "@/lib/domain/next-steps";
import button from "./button.module.css";
import styles from "./next-steps.module.css";

type Props = {
  steps: readonly Step[];
  /** Where the session itself is on the page, what goes on with it. */
  onGoOn?: () => void;
  /** Where this is what the page is for. */
  isLarge?: boolean;
};

/** What to do next: one button, and the others quietly beside it. */
export function NextSteps({ steps, onGoOn, isLarge = false }: Props) {
  return (
    <div className={styles.steps}>
      {steps.map((step, i) => {
        const go = isLarge ? `${button.go} ${button.large}` : button.go;
        const look = i === 0 ? go : button.quiet;
        return step.goesOn && onGoOn ? (
          <button key={step.text} type="button" className={look} onClick={onGoOn}>
            {step.text}
          </button>
        ) : (
          <Link key={step.text} href={step.href} prefetch={false} className={look}>
            {step.text}
          </Link>
        );
      })}
    </div>
  );
}
