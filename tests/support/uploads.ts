import { aFolder, aHousehold } from "./store";
import { beginUpload, confirmUpload, receiveFile } from "@/lib/library/uploads/uploads";
import { uploadPreview } from "@/lib/library/uploads/preview";

/** A household with a data folder of its own, and what its page does with files. */
export async function aReceiver(documents: Record<string, string> = {}) {
  const context = { ...(await aHousehold(documents)), dataFolder: aFolder() };
  const send = async (files: Record<string, string | Uint8Array>) => {
    const { value } = await beginUpload(context);
    const answers = [];
    for (const [path, content] of Object.entries(files)) {
      const bytes = Buffer.from(content);
      answers.push(await receiveFile(context, { ...value, path, length: bytes.length }, [bytes]));
    }
    return { id: value.id, answers };
  };
  const preview = async (id: string) => {
    const seen = await uploadPreview(context, { id });
    if (!seen.ok) throw new Error(seen.error.detail);
    return seen.value;
  };
  const confirm = async (id: string) => {
    const taken = await confirmUpload(context, { id });
    if (!taken.ok) throw new Error(taken.error.detail);
    return taken.value;
  };
  const takeIn = async (files: Record<string, string | Uint8Array>) =>
    confirm((await send(files)).id);
  return { context, send, preview, confirm, takeIn };
}
