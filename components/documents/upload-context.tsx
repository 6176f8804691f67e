"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type Upload, useUpload } from "./use-upload";

const UploadContext = createContext<Upload | null>(null);

/** The page's one upload: what adds documents and what replaces one share it. */
export function OneUpload({ children }: { children: ReactNode }) {
  return <UploadContext value={useUpload()}>{children}</UploadContext>;
}

/** @throws outside of `OneUpload` */
export function useOneUpload(): Upload {
  const upload = useContext(UploadContext);
  if (!upload) throw new Error("There is no upload here");
  return upload;
}
