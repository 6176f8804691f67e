import "./tokens.css";
import "./base.css";
// Every page can end in a message. Loaded with its boundary alone, it would be preloaded for nothing.
import "@/components/ui/message.module.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { KeepFresh } from "@/components/ui/keep-fresh";
import { OutboxNotice } from "@/components/ui/outbox-notice";
import { SiteHeader } from "@/components/ui/site-header";
import { appearanceAttributes, colorScheme, requestAppearance } from "@/lib/http/appearance";
import { fontVariables } from "./fonts";

export const metadata: Metadata = {
  description: "Your interview questions, practised until you can recall them.",
};

export async function generateViewport(): Promise<Viewport> {
  return { colorScheme: colorScheme(await requestAppearance()) };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={fontVariables} {...appearanceAttributes(await requestAppearance())}>
      <body>
        <SiteHeader />
        <OutboxNotice />
        <KeepFresh />
        {children}
      </body>
    </html>
  );
}
