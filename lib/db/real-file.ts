import { lstatSync, readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { StoreRefused } from "./store-refused";

/**
 * Where a store's file lies, links followed, whether it is there yet or not; its folder is there. By this
 * path alone two names of one store are known to be one.
 * @throws StoreRefused for a link to nothing
 */
export function realFile(file: string): string {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (!found) return join(realpathSync(dirname(file)), basename(file));
  try {
    return realpathSync(file);
  } catch {
    throw new StoreRefused(
      `${file} is a link to ${readlinkSync(file)}, which is not there. Connect the disk that it is on, or remove the link.`,
    );
  }
}
