import { vi } from "vitest";

/** As much of a browser's page as what listens to it needs; `vi.unstubAllGlobals` ends it. */
export function aPage() {
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  const frame = new EventTarget();
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", frame);
  vi.stubGlobal("PageTransitionEvent", ComesBack);
  vi.stubGlobal("BroadcastChannel", OtherTabs);
  return {
    lookAway: () => void (page.visibilityState = "hidden"),
    lookAgain: () => {
      page.visibilityState = "visible";
      page.dispatchEvent(new Event("visibilitychange"));
    },
    /** By Back, out of the browser's own cache. */
    comeBack: () => frame.dispatchEvent(new ComesBack("pageshow")),
    /** Says something to the tabs, as another tab would. */
    tell: (data: unknown) => tabs.dispatchEvent(new MessageEvent("message", { data })),
  };
}

class ComesBack extends Event {
  readonly persisted = true;
}

const tabs = new EventTarget();

/** A tab does not hear itself. */
class OtherTabs {
  postMessage(): void {}
  addEventListener(type: string, listen: EventListener): void {
    tabs.addEventListener(type, listen);
  }
  removeEventListener(type: string, listen: EventListener): void {
    tabs.removeEventListener(type, listen);
  }
}
