/**
 * A text with its formulas as a reader would say them on one line: `$O(n \log n)$` is “O(n log n)”.
 * What stands between dollars and is no formula (prices, shell variables) stays.
 */
export function withPlainFormulas(text: string): string {
  if (!text.includes("$")) return text;
  return text.replace(FORMULA, (all, display?: string, inline?: string) => {
    const tex = display ?? inline ?? "";
    return LOOKS_LIKE_TEX.test(tex) && !SHELL.test(tex) ? plain(tex) : all;
  });
}

// As Pandoc tells formulas from prices: no space within the dollars, no digit after them.
const FORMULA = /\$\$([^$]+)\$\$|\$(?![\s$])([^$]*[^\s$\\])\$(?!\d)/g;
const SHELL = /^[A-Z_]{2,}|["'`]/;
const LOOKS_LIKE_TEX = /[\\^_={}()<>+*]|^[A-Za-z]$/;

function plain(tex: string): string {
  const named = tex
    .replace(/\\(?:left|right|big|Big|displaystyle|limits)(?![A-Za-z])\.?/g, "")
    .replace(/\\(?:[,;:!> ]|q?quad(?![A-Za-z]))|~/g, " ")
    .replace(/\\([A-Za-z]+)/g, (all, name: string) => SIGNS[name] ?? all);
  return opened(named)
    .replace(/\^\{?([0-9n+-]{1,3})\}?(?![\w{])/g, (_, raised: string) => lifted(raised))
    .replace(/[{}]/g, "")
    .replace(/\\\\/g, "; ")
    .replace(/\\([A-Za-z]+|[%$&#_|])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** Fractions and roots on one line, the innermost first; a frame such as `\mathbf{x}` is left out. */
function opened(tex: string): string {
  const once = tex
    .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, (_, over: string, under: string) => {
      return `${grouped(over)}/${grouped(under)}`;
    })
    .replace(/\\sqrt\s*\{([^{}]*)\}/g, (_, inner: string) => `√${grouped(inner)}`)
    .replace(FRAME, "$1");
  return once === tex ? tex : opened(once);
}

const FRAME =
  /\\(?:text|math(?:rm|bf|cal|bb|it|sf|tt)|operatorname|boldsymbol|hat|bar|vec|tilde|overline)\s*\{([^{}]*)\}/g;

function grouped(part: string): string {
  return /^[\p{L}\p{N}]*$/u.test(part.trim()) ? part.trim() : `(${part.trim()})`;
}

function lifted(raised: string): string {
  return raised.replace(/./g, (sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ⁺⁻".charAt("0123456789n+-".indexOf(sign)));
}

/** Commands of TeX and the signs that they set. */
const SIGNS: Readonly<Record<string, string>> = Object.fromEntries(
  `alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ lambda λ mu μ nu ν xi ξ pi π
  rho ρ sigma σ tau τ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Pi Π Sigma Σ Phi Φ
  Psi Ψ Omega Ω le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ sim ∼ equiv ≡ propto ∝ times × cdot · div ÷ pm ±
  to → rightarrow → Rightarrow ⇒ leftarrow ← implies ⇒ iff ⇔ infty ∞ sum ∑ prod ∏ int ∫ partial ∂ nabla ∇
  in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ emptyset ∅ forall ∀ exists ∃ neg ¬ land ∧ lor ∨ mid | ldots …
  dots … cdots … ll ≪ gg ≫ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ star ⋆ top ⊤ perp ⊥`
    .split(/\s+/)
    .reduce<[string, string][]>((pairs, word, i, all) => {
      if (i % 2 === 0) pairs.push([word, all[i + 1] ?? ""]);
      return pairs;
    }, []),
);
