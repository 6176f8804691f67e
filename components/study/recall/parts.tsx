"use client";

import dynamic from "next/dynamic";

/** What each way to recall needs, loaded when somebody recalls so. */
export const TypedText = dynamic(() => import("./typed-text").then((m) => m.TypedText, missing));
export const PickChoices = dynamic(() =>
  import("./pick-choices").then((m) => m.PickChoices, missing),
);
export const Headline = dynamic(() => import("./headline").then((m) => m.Headline, missing));

// The server does not know what this browser keeps.
export const TypeBox = dynamic(() => import("./type-box").then((m) => m.TypeBox, missing), {
  ssr: false,
});
export const SaySecondsChoice = dynamic(
  () => import("./say-seconds-choice").then((m) => m.SaySecondsChoice, missing),
  { ssr: false },
);
export const Saying = dynamic(() => import("./saying").then((m) => m.Saying, missing), {
  ssr: false,
});
export const WhatWasSaid = dynamic(
  () => import("./what-was-said").then((m) => m.WhatWasSaid, missing),
  { ssr: false },
);

function missing() {
  return Missing;
}

function Missing() {
  return <p role="status">This part could not be loaded. Think of your answer, and go on.</p>;
}
