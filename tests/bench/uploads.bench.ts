// Taking in documents through the page: the preview that reads them, then the confirmation that
// compares and stores what was read. UPLOADS names other numbers of questions: UPLOADS=10000.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "@/lib/clock";
import { openDatabase } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrate";
import { contextOf } from "@/lib/use-case/context";
import { beginUpload, confirmUpload, receiveFile } from "@/lib/library/uploads/uploads";
import { uploadPreview } from "@/lib/library/uploads/preview";
import { manyDocuments } from "@/tests/support/many-documents";

const SIZES = (process.env["UPLOADS"] ?? "1000,5000").split(",").map(Number);
const QUESTIONS_A_DOCUMENT = 25;

await upload(QUESTIONS_A_DOCUMENT);
console.log("An upload, from its preview to the store");
for (const questions of SIZES) {
  const { preview, confirm } = await upload(questions);
  console.log(
    `  ${questions} questions: preview ${told(preview)}, confirm ${told(confirm)}, peak memory so far ${peakMb()} MB`,
  );
}

type Timing = { seconds: number; cpuSeconds: number };

async function upload(questions: number): Promise<{ preview: Timing; confirm: Timing }> {
  const folder = mkdtempSync(join(tmpdir(), "rehearse-bench-"));
  const file = join(folder, "rehearse.db");
  migrate(file, "prisma/migrations", systemClock.now());
  const database = openDatabase(file);
  const context = { ...(await contextOf(database, systemClock)), dataFolder: folder };
  const { value } = await beginUpload(context);
  for (const [path, text] of Object.entries(manyDocuments(questions / QUESTIONS_A_DOCUMENT))) {
    const bytes = Buffer.from(text);
    await receiveFile(context, { ...value, path, length: bytes.length }, [bytes]);
  }
  const preview = await timed(() => uploadPreview(context, value));
  const confirm = await timed(async () => {
    const taken = await confirmUpload(context, value);
    if (!taken.ok || taken.value.changes.added !== questions) throw new Error("Not all was added");
  });
  await database.close();
  rmSync(folder, { recursive: true });
  return { preview, confirm };
}

async function timed(work: () => Promise<unknown>): Promise<Timing> {
  const [begunMs, begunCpu] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(begunCpu);
  return {
    seconds: (performance.now() - begunMs) / 1000,
    cpuSeconds: (user + system) / 1_000_000,
  };
}

function told({ seconds, cpuSeconds }: Timing): string {
  return `${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor)`;
}

/** The largest that this process with its workers has been. */
function peakMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
