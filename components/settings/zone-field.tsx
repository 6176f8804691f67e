import { FieldFault, describedBy } from "./field-fault";
import styles from "./settings.module.css";

type Props = { zones: string[]; value: string; fault: string | undefined };

/** The learner's time zone, by continent and then by city: typing a city's name finds it. */
export function ZoneField({ zones, value, fault }: Props) {
  const listed = zones.includes(value) ? zones : [value, ...zones];
  return (
    <div className={styles.field}>
      <label htmlFor="zone">Time zone</label>
      <p id="zone-hint" className={styles.hint}>
        Your days begin and end by the clock of this place.
      </p>
      {/* React resets a form that was sent to the choice that a select began with. */}
      <select
        key={value}
        id="zone"
        name="zone"
        className={styles.zone}
        defaultValue={value}
        aria-describedby={describedBy("zone", fault)}
        aria-invalid={fault !== undefined}
      >
        {byContinent(listed).map(([continent, places]) => (
          <optgroup key={continent} label={continent}>
            {places.map((zone) => (
              <option key={zone} value={zone}>
                {placeOf(zone)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <FieldFault name="zone" fault={fault} />
    </div>
  );
}

function byContinent(zones: string[]): [continent: string, zones: string[]][] {
  const groups = new Map<string, string[]>();
  for (const zone of zones) {
    const continent = zone.includes("/") ? zone.slice(0, zone.indexOf("/")) : "World";
    groups.set(continent, [...(groups.get(continent) ?? []), zone]);
  }
  return [...groups];
}

/** `America/Argentina/Buenos_Aires` → `Argentina, Buenos Aires`. */
function placeOf(zone: string): string {
  const place = zone.slice(zone.indexOf("/") + 1);
  return place.replaceAll("_", " ").replaceAll("/", ", ");
}
