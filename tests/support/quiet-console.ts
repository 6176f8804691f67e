import { afterEach, vi } from "vitest";

// An unexpected complaint on the console is a red test.
const complaints: string[] = [];
vi.spyOn(console, "error").mockImplementation((...said) => complaints.push(said.join(" ")));
vi.spyOn(console, "warn").mockImplementation((...said) => complaints.push(said.join(" ")));

afterEach(() => {
  const seen = complaints.splice(0);
  if (seen.length > 0) throw new Error(`The console was told: ${seen.join("; ")}`);
});
