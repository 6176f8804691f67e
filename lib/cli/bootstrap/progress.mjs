/**
 * Says what is being done while it is done, and how long it took.
 * @typedef {ReturnType<typeof progressOn>} Progress
 */

/** @param {NodeJS.WriteStream} stream */
export function progressOn(stream) {
  /** @type {{ name: string, seconds: number }[]} */
  const phases = [];
  /** @type {<T>(name: string, work: () => T | Promise<T>) => Promise<T>} */
  const phase = async (name, work) => {
    const started = performance.now();
    const seconds = () => (performance.now() - started) / 1000;
    const clock = showElapsed(stream, name, seconds);
    try {
      return await work();
    } finally {
      clearInterval(clock);
      phases.push({ name, seconds: seconds() });
      stream.write(`${stream.isTTY ? "\r" : ""}${name}: ${seconds().toFixed(1)} s\n`);
    }
  };
  return { phases, phase };
}

/**
 * On a terminal the seconds count up in place; elsewhere a line says that it began.
 * @param {NodeJS.WriteStream} stream
 * @param {string} name
 * @param {() => number} seconds
 */
function showElapsed(stream, name, seconds) {
  if (!stream.isTTY) {
    stream.write(`${name} …\n`);
    return undefined;
  }
  stream.write(`${name} …`);
  return setInterval(() => stream.write(`\r${name} … ${seconds().toFixed(0)} s`), 1000);
}
