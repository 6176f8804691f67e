import type { BigIntStats } from "node:fs";

/** The coarsest clock of a disk, FAT's, ticks every two seconds. */
const TICK_MS = 2000n;

/**
 * What the disk says of a file besides its bytes: its size, when it was written and when anything of
 * it was changed, which no program can set back, and which file it is. Two that differ may be of the
 * same bytes.
 */
export function fileStamp({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return [size, mtimeNs, ctimeNs, ino].join(" ");
}

/**
 * The stamp of a file that is read after `nowMs`, if no other bytes can ever have the same: null of one
 * that was changed so lately that it could be changed again within the same tick of the disk's clock.
 */
export function lastingStamp(stats: BigIntStats, nowMs: number): string | null {
  const { mtimeNs, ctimeNs } = stats;
  const changedNs = mtimeNs > ctimeNs ? mtimeNs : ctimeNs;
  return changedNs / 1_000_000n + TICK_MS < BigInt(Math.floor(nowMs)) ? fileStamp(stats) : null;
}
