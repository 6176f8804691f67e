/**
 * `content/aws-solutions-architect.md` → `Aws solutions architect`; a README is named after its folder,
 * and a folder (`content/aws/`) as itself.
 */
export function titleOfFile(path: string): string {
  const parts = path.replace(/\/$/, "").split("/");
  const name = parts.at(-1)?.replace(/\.[^.]+$/, "") ?? path;
  const folder = parts.at(-2);
  return titleOfName(isNamedByFolder(path) && folder ? folder : name);
}

/** Whether a file has a name that says nothing of what is in it. */
export function isNamedByFolder(path: string): boolean {
  return /(?:^|\/)(?:readme|index|question|questions)\.[^./]+$/i.test(path);
}

/** `my-security` → `My security`. */
export function titleOfName(name: string): string {
  const words = name.replaceAll(/[-_\s]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
