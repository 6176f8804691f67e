import { PageTitle } from "@/components/ui/page-title";
import { KeptRecordings } from "@/components/study/recall/kept-recordings";
import type { Appearance, RecallRefused, SettingsRefused, SettingsView } from "@/lib/wire/settings";
import { AppearanceForm } from "./appearance-form";
import { ClearBrowser } from "./clear-browser";
import { CoverageTable } from "./coverage-table";
import { RecallForm } from "./recall-form";
import { SchedulingForm } from "./scheduling-form";
import type { Save } from "./save-bar";
import styles from "./settings.module.css";
import { WorkloadTable } from "./workload-table";

type Props = SettingsView & {
  appearance: Appearance;
  save: {
    saveScheduling: Save<SettingsRefused>;
    saveRecall: Save<RecallRefused>;
    saveAppearance: Save<never>;
  };
};

/** What the learner chooses about scheduling, about grading, and about the device that they look at. */
export function SettingsPage({ fields, zones, workload, appearance, save, ...more }: Props) {
  return (
    <main id="main" className={styles.page}>
      <PageTitle>Settings</PageTitle>
      <h1>Settings</h1>
      <section aria-labelledby="scheduling">
        <h2 id="scheduling">Scheduling</h2>
        <p className={styles.about}>
          These go with you to every device. They count from your next review on: past reviews, and
          the dates they set, stay as they are.
        </p>
        <SchedulingForm
          fields={fields}
          zones={zones}
          workload={<WorkloadTable workload={workload} />}
          save={save.saveScheduling}
        />
      </section>
      <section aria-labelledby="recall">
        <h2 id="recall">From recalling to grading</h2>
        <p className={styles.about}>These go with you to every device.</p>
        <RecallForm recall={more.recall} save={save.saveRecall} />
        <CoverageTable coverage={more.coverage} />
      </section>
      <section aria-labelledby="device">
        <h2 id="device">This device</h2>
        <p className={styles.about}>These stay in this browser, for a year after you last save.</p>
        <AppearanceForm appearance={appearance} save={save.saveAppearance} />
      </section>
      <section aria-labelledby="recordings">
        <h2 id="recordings">Recordings</h2>
        <p className={styles.about}>What you said aloud to your questions stays in this browser.</p>
        <KeptRecordings />
      </section>
      <section aria-labelledby="kept">
        <h2 id="kept">What this browser keeps</h2>
        <p className={styles.about}>
          To open and be studied without the server, Rehearse keeps itself here, with the questions
          that come next and their pictures. Drafts and recordings are here alone, and go when you
          clear it. Your history is with the server; a grade that it does not have yet is never
          cleared.
        </p>
        <ClearBrowser />
      </section>
    </main>
  );
}
