/**
 * Keeps the first key or tap of the study page until the page listens, see `useEarlyAct`. It has to run
 * before everything else, and so stands in the page itself.
 */
export function EarlyAct({ nonce }: { nonce: string | undefined }) {
  return (
    <script
      nonce={nonce}
      // A browser hides a nonce as soon as it was read.
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: KEEP }}
    />
  );
}

const KEEP = `
if (/^\\/(study|offline)$/.test(location.pathname)) {
  const kept = { act: null, stop() {
    removeEventListener("keydown", key, true);
    removeEventListener("click", tap, true);
  } };
  const key = (event) => {
    if (kept.act || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target !== document.body || event.key.length > 1 && event.key !== "Enter") return;
    kept.act = { key: event.key, code: event.code, shiftKey: event.shiftKey };
    event.preventDefault();
  };
  const tap = ({ target }) => {
    if (!kept.act && target.closest("[data-early]")) kept.act = "tap";
  };
  addEventListener("keydown", key, true);
  addEventListener("click", tap, true);
  window.rehearseEarly = kept;
}
`;
