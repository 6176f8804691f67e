/**
 * Calls back whenever the page is looked at again or can reach the network again: shown, focused,
 * thawed, come back to (`cameBack`: from the browser's own cache, as it was left). Timers may have
 * stood still until then. Answers how to stop.
 */
export function onWake(wake: (cameBack: boolean) => void): () => void {
  const seen = (event: Event) => {
    const cameBack = event instanceof PageTransitionEvent && event.persisted;
    if (document.visibilityState === "visible") wake(cameBack);
  };
  for (const event of OF_DOCUMENT) document.addEventListener(event, seen);
  for (const event of OF_WINDOW) window.addEventListener(event, seen);
  return () => {
    for (const event of OF_DOCUMENT) document.removeEventListener(event, seen);
    for (const event of OF_WINDOW) window.removeEventListener(event, seen);
  };
}

const OF_DOCUMENT = ["visibilitychange", "resume"];
const OF_WINDOW = ["focus", "pageshow", "online"];
