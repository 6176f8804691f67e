/** Whether a value from outside has a field; what is in it is to be looked at. */
export function has<Name extends string>(
  value: unknown,
  name: Name,
): value is Record<Name, unknown> {
  return typeof value === "object" && value !== null && name in value;
}
