/**
 * A reading that the same thing is given once: one dialect after another asks for it. What it is of
 * must not change after.
 */
export function once<Of extends object, Read>(read: (of: Of) => Read): (of: Of) => Read {
  const known = new WeakMap<Of, { read: Read }>();
  return (of) => {
    const found = known.get(of) ?? { read: read(of) };
    known.set(of, found);
    return found.read;
  };
}
