import { dirname, join } from "node:path";

/** Where copies of a store are left: `backups` beside it. */
export function backupFolder(file: string): string {
  return join(dirname(file), "backups");
}
