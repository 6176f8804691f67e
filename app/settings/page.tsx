import { SettingsPage } from "@/components/settings/settings-page";
import { pageContext } from "@/lib/http/app-context";
import { requestAppearance } from "@/lib/http/appearance";
import { settingsView } from "@/lib/study/settings";
import { saveAppearance, saveRecall, saveScheduling } from "./actions";

export default async function Settings() {
  const view = await settingsView(await pageContext());
  const appearance = await requestAppearance();
  return (
    <SettingsPage
      {...view}
      appearance={appearance}
      save={{ saveScheduling, saveRecall, saveAppearance }}
    />
  );
}
