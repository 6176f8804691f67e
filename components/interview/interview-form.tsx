"use client";

import { type ReactNode, startTransition, useActionState, useEffect, useRef } from "react";
import button from "@/components/ui/button.module.css";
import type { Result } from "@/lib/result";
import type { InterviewFields, InterviewRefused } from "@/lib/wire/interviews";
import styles from "./interview.module.css";

/** How the form went when it was last sent; null before. */
type Saved = Result<null, InterviewRefused> | null;
export type SaveInterview = (before: Saved, form: FormData) => Promise<Saved>;

type Props = {
  id: string;
  fields: InterviewFields;
  zone: string;
  save: SaveInterview;
  /** The fields of its topics. */
  children: ReactNode;
};

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The form of an interview. What was typed stays until it is saved. */
export function InterviewForm({ id, fields, zone, save, children }: Props) {
  const [saved, send, waits] = useActionState(save, null);
  const form = useRef<HTMLFormElement>(null);
  const refused = saved && !saved.ok ? saved.error : null;

  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);

  const input = (name: Exclude<keyof InterviewFields, "days">) => ({
    id: name,
    name,
    defaultValue: fields[name],
    "aria-invalid": refused?.faults[name] !== undefined,
    "aria-describedby": `${name}-fault`,
  });
  const fault = (name: keyof InterviewFields) => (
    <p id={`${name}-fault`} className={styles.fault} hidden={!refused?.faults[name]}>
      {refused?.faults[name]}
    </p>
  );

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        // React would reset what was typed where it is the form's action.
        event.preventDefault();
        const sent = new FormData(event.currentTarget);
        startTransition(() => send(sent));
      }}
      action={send}
    >
      <input type="hidden" name="id" value={id} />
      <div className={`${styles.field} ${styles.wide}`}>
        <label htmlFor="title">Company, role, round</label>
        <input {...input("title")} autoComplete="off" maxLength={200} />
        {fault("title")}
      </div>
      <div className={styles.pair}>
        <div className={styles.field}>
          <label htmlFor="date">Date</label>
          <input {...input("date")} type="date" />
          {fault("date")}
        </div>
        <div className={styles.field}>
          <label htmlFor="time">Time</label>
          <input {...input("time")} type="time" />
          {fault("time")}
        </div>
      </div>
      <p className={styles.hint}>By the clock of {zone}.</p>
      <div className={styles.field}>
        <label htmlFor="minutesPerDay">Minutes a day</label>
        <input {...input("minutesPerDay")} className={styles.short} inputMode="numeric" />
        {fault("minutesPerDay")}
      </div>
      <fieldset className={styles.field} aria-describedby="days-fault">
        <legend>Days with time for it</legend>
        <div className={styles.days}>
          {DAYS.map((name, i) => (
            <label key={name}>
              <input
                type="checkbox"
                name="days"
                value={i + 1}
                defaultChecked={fields.days.includes(i + 1)}
              />
              {name}
            </label>
          ))}
        </div>
        {fault("days")}
      </fieldset>
      {children}
      <div className={styles.acts}>
        <button type="submit" className={button.go} aria-disabled={waits}>
          Save
        </button>
        <p role="status">{waits ? "" : refused?.detail}</p>
      </div>
    </form>
  );
}
