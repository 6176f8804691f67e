// All commands start here, on a fresh clone too: nothing but Node is needed to read this file, and
// only old syntax, so that a Node that is too old gets a sentence and not a stack.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Rehearse needs Node 20.19 or newer, and this is ${process.version}. Install a newer one from nodejs.org.`,
  );
  process.exit(1);
}
const { runCommand } = await import("./bootstrap/commands.mjs");
await runCommand(process.argv[2] ?? "", process.argv.slice(3));
