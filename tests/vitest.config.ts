import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const globalSetup = "tests/support/set-up.mjs";
const setupFiles = ["tests/support/quiet-console.ts"];

export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    globalSetup,
    // One worker a core: the default leaves one idle, which of two is half.
    maxWorkers: "100%",
    // A hang is a failure, a busy machine is none.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "rooms",
          include: ["tests/{components,domain,ingest,offline}/**/*.test.ts"],
          setupFiles,
          // These import no state: loading Prisma and remark once a worker halves the time.
          isolate: false,
        },
      },
      {
        extends: true,
        // These render, go through the whole store, wait for workers and the disk, and kill processes.
        test: {
          name: "uses",
          include: ["tests/{cli,db,jobs,library,markdown,study,use-case}/**/*.test.ts"],
          setupFiles,
          isolate: false,
        },
      },
      {
        extends: true,
        // These read the environment, and the server's own globals, when they are imported.
        test: { name: "doors", include: ["tests/{house,http}/*.test.ts"], setupFiles },
      },
    ],
  },
});
