import { Check, TriangleAlert } from "lucide";
import { version } from "../../package.json";
import { Button } from "../components/button.tsx";
import { Card } from "../components/card.tsx";
import { Icon } from "../components/icon.tsx";
import { askForPersistence } from "../db/persist.ts";
import { readSettings } from "../db/settings.ts";
import { t } from "../i18n/language.ts";
import { useLive } from "../live.ts";
import { useServices } from "../services.ts";

/** Whether the browser keeps what is here, and which version of the app this is. */
export function StorageCard() {
  const { db } = useServices();
  const persisted = useLive(async () => (await readSettings(db)).persisted, [db], null).value;
  const { profile } = t();
  return (
    <Card title={profile.storage}>
      <p class="flex gap-2">
        <Icon
          node={persisted ? Check : TriangleAlert}
          size={22}
          class={persisted ? "text-bai" : "text-din"}
        />
        {persisted ? profile.storageKept : profile.storageMayGo}
      </p>
      {!persisted && (
        <div class="mt-3">
          <Button onClick={() => void askForPersistence(db, navigator.storage)}>
            {profile.askToKeep}
          </Button>
        </div>
      )}
      <p class="mt-3 text-ink2">
        {profile.version} {version}
      </p>
    </Card>
  );
}
