import localFont from "next/font/local";

// The latin subsets, served by us; Next makes fallbacks of the same size, so that nothing jumps.
const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-plain",
});
const sourceSerif = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  weight: "200 900",
  variable: "--font-reading",
  adjustFontFallback: "Times New Roman",
});
// A family of its own, as one is preloaded whole: few pages have words in italics.
const sourceSerifItalic = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
  weight: "200 900",
  style: "italic",
  variable: "--font-reading-italic",
  preload: false,
  adjustFontFallback: "Times New Roman",
});
const jetBrainsMono = localFont({
  src: "../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2",
  weight: "100 800",
  variable: "--font-code",
  preload: false,
  adjustFontFallback: false,
});

export const fontVariables = [inter, sourceSerif, sourceSerifItalic, jetBrainsMono]
  .map(({ variable }) => variable)
  .join(" ");
