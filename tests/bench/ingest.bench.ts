// The user's document from bytes to drafts, against parsing the same text as Markdown and no more.
import { readFileSync } from "node:fs";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { decode } from "@/lib/ingest/decode";
import { extractDocument } from "@/lib/ingest/extract-document";
import { inTurn, report } from "./figures";

const ROUNDS = 30;
const WARM_UP = 5;

const path = "content/aws-solutions-architect.md";
const bytes = readFileSync(path);
const decoded = decode(bytes);
if (!decoded.ok) throw new Error(decoded.problem.message);
const parser = remark().use(remarkGfm).freeze();

const ours = () => extractDocument({ path, folders: [], bytes }, () => null);
const floor = () => parser.parse(decoded.text);
await inTurn(WARM_UP, ours, floor);
report("Ingest of the user's document, decode to drafts", await inTurn(ROUNDS, ours, floor), 1.3);
