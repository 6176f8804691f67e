import { describe, expect, test } from "vitest";
import { withPlainFormulas } from "@/lib/ingest/key-points/formula";

describe("a formula in a key point", () => {
  test.each([
    ["Worst $O(n^2)$, average $O(n \\log n)$", "Worst O(n²), average O(n log n)"],
    ["$n_i \\leq n_{i+1}$", "n_i ≤ n_i+1"],
    ["$P(A \\mid B) = \\frac{P(A)}{2}$", "P(A | B) = (P(A))/2"],
    ["$$\\mathcal{L}(\\theta) \\times \\sqrt{\\frac{1}{n}}$$", "L(θ) × √(1/n)"],
    ["a weight $w$ of $\\text{rank } 3$", "a weight w of rank 3"],
  ])("is read without TeX: %s", (tex, plain) => {
    expect(withPlainFormulas(tex)).toBe(plain);
  });

  test.each([
    "It costs $5 (or $6) a month",
    "$HOME and $PATH, or $PATH:$HOME/bin",
    'PATH="$PATH":/bin and $PATH=x',
    "$",
  ])("is none: %s", (text) => {
    expect(withPlainFormulas(text)).toBe(text);
  });
});
