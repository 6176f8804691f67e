"use client";

import { createContext, useContext } from "react";
import type { ShelfName } from "@/lib/wire/documents";

export type Keep = (id: string, shelf: ShelfName) => void;

export const KeepContext = createContext<Keep>(() => undefined);

/** Has a document stay where it is seen, with the way back, until the page is opened anew. */
export function useKeep(): Keep {
  return useContext(KeepContext);
}
