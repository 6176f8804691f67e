import "./tokens.css";
import "./base.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { SiteHeader } from "@/components/ui/site-header";
import { fontVariables } from "./fonts";

export const metadata: Metadata = {
  title: { default: "Rehearse", template: "%s · Rehearse" },
  description: "Your interview questions, practised until you can recall them.",
};

export const viewport: Viewport = { colorScheme: "light dark" };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <SiteHeader />
        {children}
      </body>
    </html>
  );
}
