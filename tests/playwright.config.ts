import { defineConfig } from "playwright/test";
import { chromiumPath } from "./support/chromium";

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  outputDir: "../.build/reports/playwright",
  // Each test has a server of its own, and much of its time is waiting.
  workers: 2,
  fullyParallel: true,
  // A hang is a failure, a busy machine is none.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [["list"], ["json"]],
  use: {
    // What a worker answers can't be made to fail by a test; offline.spec.ts lets it.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: chromiumPath(),
      // Chromium refuses its sandbox to root, as which CI runs.
      args: isRoot ? ["--no-sandbox"] : [],
    },
  },
});
