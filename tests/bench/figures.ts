/** Middle and near-worst of some timings, in the unit they came in. */
export function summary(timings: readonly number[]): { median: number; p99: number } {
  const sorted = timings.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { median: at(0.5) ?? Number.NaN, p99: at(0.99) ?? Number.NaN };
}

/** Times two ways of doing a thing in turn, so that a machine that slows down slows both. */
export async function inTurn(
  rounds: number,
  ours: (round: number) => unknown,
  floor: (round: number) => unknown,
): Promise<{ ours: number[]; floor: number[] }> {
  const timings = { ours: [] as number[], floor: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    timings.ours.push(await timed(() => ours(round)));
    timings.floor.push(await timed(() => floor(round)));
  }
  return timings;
}

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Prints ours beside the floor of the same run, and the ratio with what is aimed at. */
export function report(
  name: string,
  { ours, floor }: { ours: number[]; floor: number[] },
  aim: number,
): void {
  const [a, b] = [summary(ours), summary(floor)];
  const ms = (value: number) => `${value.toFixed(2)} ms`;
  console.log(name);
  console.log(`  ours   median ${ms(a.median)}, p99 ${ms(a.p99)}, n ${ours.length}`);
  console.log(`  floor  median ${ms(b.median)}, p99 ${ms(b.p99)}, n ${floor.length}`);
  console.log(
    `  ratio  median ${(a.median / b.median).toFixed(2)}, p99 ${(a.p99 / b.p99).toFixed(2)} (aim: median ≤ ${aim})`,
  );
}
