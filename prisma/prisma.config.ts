import { defineConfig } from "prisma/config";

// `generate` and `validate` need no engine. Every other command of Prisma's CLI would download one:
// lib/cli points it at prisma/no-engine.mjs instead, which says what to do.
export default defineConfig({ schema: "schema.prisma" });
