/**
 * Why a name can't be a file's place below a folder, in words that follow the name; null when it can.
 * Names come from archives and requests, and are believed in nothing.
 */
export function placeFault(name: string): string | null {
  const parts = name.split("/");
  if (name.includes("\\")) return "is named with a backslash";
  if (name.startsWith("/") || /^[a-z]:/i.test(name)) return "is named from the top of a disk";
  if (parts.includes("..")) return "leads out of its folder";
  if (parts.some((part) => part === "" || part === ".") || Array.from(name).some(isControl))
    return "has no name that a file can have";
  return name.length > LONGEST ? "has too long a name" : null;
}

const LONGEST = 1000;

function isControl(sign: string): boolean {
  return sign < " " || sign === "\x7f";
}
