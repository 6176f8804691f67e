import "./tokens.css";
import "./base.css";
// Every page can end in a message. Loaded with its boundary alone, it would be preloaded for nothing.
import "@/components/ui/message.module.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { EarlyAct } from "@/components/ui/early-act";
import { KeepFresh } from "@/components/ui/keep-fresh";
import { OfflineKeeper } from "@/components/ui/offline-keeper";
import { OutboxNotice } from "@/components/ui/outbox-notice";
import { SiteHeader } from "@/components/ui/site-header";
import { appearanceAttributes, colorScheme, requestAppearance } from "@/lib/http/appearance";
import { requestNonce } from "@/lib/http/nonce";
import type { Appearance } from "@/lib/wire/settings";
import { fontVariables } from "./fonts";
import { PAPER } from "./paper";

export const metadata: Metadata = {
  description: "Your interview questions, practised until you can recall them.",
};

export async function generateViewport(): Promise<Viewport> {
  const appearance = await requestAppearance();
  return { colorScheme: colorScheme(appearance), themeColor: paperOf(appearance) };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={fontVariables} {...appearanceAttributes(await requestAppearance())}>
      <body>
        <EarlyAct nonce={await requestNonce()} />
        <SiteHeader />
        <OutboxNotice />
        <KeepFresh />
        <OfflineKeeper />
        {children}
      </body>
    </html>
  );
}

/** What the browser's own frame is painted in. */
function paperOf({ theme }: Appearance): Viewport["themeColor"] {
  if (theme !== "system") return PAPER[theme];
  return (["light", "dark"] as const).map((scheme) => ({
    media: `(prefers-color-scheme: ${scheme})`,
    color: PAPER[scheme],
  }));
}
