/**
 * A time zone's name as Intl spells it: `europe/berlin` → `Europe/Berlin`. Null for none that it
 * takes, as systems whose TZ is empty or a path name theirs, and for an offset: that has no summer time.
 */
export function zoneNamed(name: string | undefined): string | null {
  if (!name) return null;
  const known = zones.get(name);
  if (known) return known;
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
    if (/^[+-]/.test(timeZone)) return null;
    zones.set(name, timeZone);
    return timeZone;
  } catch {
    return null;
  }
}

// Every request asks for its learner's.
const zones = new Map<string, string>();
