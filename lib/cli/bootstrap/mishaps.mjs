import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { ROOT } from "./paths.mjs";

/**
 * What went wrong on the owner's machine, in a sentence with what to do; null for a bug, which keeps
 * its stack.
 * @param {unknown} error
 * @returns {string | null}
 */
export function sentenceFor(error) {
  if (!(error instanceof Error)) return null;
  // The bundled commands have a class of the same name, not the same class.
  if (error.name === "Refusal") return error.message;
  if (isPartMissing(error))
    return `Something that was set up is missing or not whole: ${firstLine(error)}. Remove ${join(ROOT, "node_modules")} and ${join(ROOT, ".build")}, and start again.`;
  const { code, path, dest } = /** @type {NodeJS.ErrnoException & { dest?: string }} */ (error);
  const place = dest ?? path;
  return (code && place && placeSentence(code, resolve(place))) || null;
}

/** @param {Error} error */
function isPartMissing(error) {
  const code = "code" in error ? String(error.code) : "";
  return (
    /^(ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND|ERR_DLOPEN_FAILED)$/.test(code) ||
    error.message.startsWith("Could not locate the bindings file")
  );
}

/** @param {Error} error */
function firstLine({ message }) {
  return message.split("\n")[0]?.replace(/\.$/, "");
}

/**
 * @param {string} code
 * @param {string} path
 */
function placeSentence(code, path) {
  const { remedyFolder, elsewhere } = surroundings(path);
  // Of what is not there yet, what is in the way is where it would be.
  const there = nearest(path);
  switch (code) {
    case "EACCES":
    case "EPERM":
      return `Rehearse may not use ${there} (${code})${allow(there, remedyFolder)}${elsewhere}.`;
    case "EROFS":
      return `Rehearse can't write to ${there}: its disk is mounted read-only (${code}). Mount it for writing${elsewhere}.`;
    case "ENOSPC":
    case "EDQUOT":
      return `There is no room left for ${path} (${code}). Make room on its disk${elsewhere}.`;
    case "ENOTDIR":
    case "EEXIST":
      return `Rehearse can't use ${there} (${code}): a file stands where a folder is needed. Move the file away${elsewhere}.`;
    case "ENOENT":
      // Anywhere else it is a part of ours that is missing.
      return elsewhere && `Rehearse can't make ${path} (${code}). Make it${elsewhere}.`;
    case "EIO":
      return `The disk fails at ${path} (${code}). Copy your data to another one before anything else.`;
    default:
      return null;
  }
}

/**
 * The folder that is to be put right as a whole, and what else can be done.
 * @param {string} path
 */
function surroundings(path) {
  const data = resolve(process.env["DATA_DIR"] || "data");
  if (isWithin(data, path) || isWithin(path, data))
    return { remedyFolder: data, elsewhere: ", or set DATA_DIR to another folder" };
  return { remedyFolder: isWithin(ROOT, path) ? ROOT : path, elsewhere: "" };
}

/**
 * @param {string} folder
 * @param {string} path
 */
function isWithin(folder, path) {
  return path === folder || path.startsWith(folder + sep);
}

/**
 * @param {string} there
 * @param {string} folder
 */
function allow(there, folder) {
  if (statSync(there).uid === process.geteuid?.())
    return `. Allow it: chmod -R u+rwX "${nearest(folder)}"`;
  const give = `sudo chown -R $(id -u) "${folder}"`;
  return existsSync(folder)
    ? `: it belongs to another user, perhaps since Rehearse was started with sudo once. Make it yours: ${give}`
    : `: it belongs to another user. Make a folder for yourself: sudo mkdir -p "${folder}" && ${give}`;
}

/**
 * @param {string} path
 * @returns {string}
 */
function nearest(path) {
  return existsSync(path) || dirname(path) === path ? path : nearest(dirname(path));
}
