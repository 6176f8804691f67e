import type { MetadataRoute } from "next";
import { PAPER } from "./paper";

/** What a device needs to install the app. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Rehearse",
    short_name: "Rehearse",
    description: "Your interview questions, practised until you can recall them.",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: PAPER.light,
    theme_color: PAPER.light,
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
