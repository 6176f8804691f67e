"use client";

import dynamic from "next/dynamic";

/** The mock interview under way: the server does not know whether there is one. */
export const UnderWay = dynamic(() => import("./under-way").then((m) => m.UnderWay), {
  ssr: false,
});
