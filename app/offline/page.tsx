import { connection } from "next/server";
import { previewText, saveText } from "@/app/questions/[id]/actions";
import { chooseWay, saveRecall } from "@/app/study/actions";
import { OfflinePage } from "@/components/offline/offline-page";

/** Kept in browsers by lib/offline/keep-app.ts, and shown where the server does not answer. */
export default async function Offline() {
  // Made at build it would lack the nonce that its scripts need.
  await connection();
  return <OfflinePage actions={{ save: saveText, preview: previewText, chooseWay, saveRecall }} />;
}
