"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import type { SettingFields, SettingsRefused } from "@/lib/wire/settings";
import { type Save, SaveBar } from "./save-bar";
import { TextField } from "./text-field";
import { ZoneField } from "./zone-field";

type Props = {
  fields: SettingFields;
  zones: string[];
  /** What desired retentions ask for in reviews a day. */
  workload: ReactNode;
  save: Save<SettingsRefused>;
};

/** The learner's scheduling. What was typed stays until it is saved. */
export function SchedulingForm({ fields, zones, workload, save }: Props) {
  const [saved, send, waits] = useActionState(save, null);
  const form = useRef<HTMLFormElement>(null);
  const refused = saved && !saved.ok ? saved.error : null;
  const shown = { ...fields, ...refused?.fields };
  const field = (name: keyof SettingFields) => ({
    name,
    value: shown[name],
    fault: refused?.faults[name],
  });

  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);

  return (
    <form ref={form} action={send} noValidate>
      <TextField
        {...field("desiredRetention")}
        label="Desired retention, in percent"
        hint="The chance that you recall an answer on the day its question comes back, 70 to 97. Higher means more reviews."
        keyboard="decimal"
      />
      {workload}
      <TextField
        {...field("newPerDay")}
        label="New questions a day"
        hint="At most this many begin on one day, 0 to 999."
        keyboard="numeric"
      />
      <TextField
        {...field("duePerDay")}
        label="Reviews a day"
        hint="At most this many due questions on one day, 0 to 9999. What is left waits for the next day."
        keyboard="numeric"
      />
      <TextField
        {...field("learningSteps")}
        label="Learning steps"
        hint="How soon a new question comes back, before days are counted: 10, 1 10 or 10m 1h. Empty for not at all."
      />
      <TextField
        {...field("relearningSteps")}
        label="Relearning steps"
        hint="The same for a question that you knew and then forgot."
      />
      <ZoneField zones={zones} value={shown.zone} fault={refused?.faults.zone} />
      <TextField
        {...field("rolloverHour")}
        label="Hour at which a day begins"
        hint="0 to 23. With 4, what you study at two in the night still counts as the evening before."
        keyboard="numeric"
      />
      <SaveBar
        name="Save scheduling"
        waits={waits}
        said={refused?.detail ?? (saved ? "Saved." : "")}
      />
    </form>
  );
}
