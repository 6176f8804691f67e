import { LATELY_SIGNS, latelyText } from "@/lib/domain/lately-text";
import type { PointHistory } from "@/lib/domain/point-history";

/** How a point went in its last reviews, in marks and for a screen reader in words; nothing where none assessed it. */
export function LatelyMarks({ lately, slipping }: PointHistory) {
  if (lately.length === 0) return null;
  return (
    <span data-lately>
      <span aria-hidden="true">
        {lately.map((outcome) => LATELY_SIGNS[outcome]).join("")}
        {slipping && <span>slipping</span>}
      </span>
      <span className="visually-hidden">
        {latelyText(lately)}
        {slipping && "; slipping"}.{" "}
      </span>
    </span>
  );
}
