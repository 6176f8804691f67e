import { relative, resolve, sep } from "node:path";

/** A file's name in the store: relative to the working folder when it lies below, else absolute. */
export function documentPath(file: string): string {
  const absolute = resolve(file);
  const fromHere = relative(process.cwd(), absolute);
  const name = fromHere.startsWith("..") || fromHere === absolute ? absolute : fromHere;
  return name.split(sep).join("/");
}
