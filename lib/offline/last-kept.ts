const NAME = "rehearse-kept-at";

/** When what is kept to study without the server was asked for, in ms; null where nothing is kept. */
export function lastKept(): number | null {
  try {
    const at = Number(localStorage.getItem(NAME));
    return at > 0 ? at : null;
  } catch {
    return null;
  }
}

/** Notes that something was kept, for all tabs. */
export function noteKept(askedAt: number): void {
  try {
    localStorage.setItem(NAME, String(askedAt));
  } catch {
    // Where nothing can be noted it is kept anew with each page.
  }
}
