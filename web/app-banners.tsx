import { useSignal } from "@preact/signals";
import { TriangleAlert } from "lucide";
import { SignInAgain } from "./account/sign-in-again.tsx";
import { Banner, DemoBanner, SessionBanner, UpdateBanner } from "./components/banners.tsx";
import { useCurrentPerson } from "./current-person.ts";
import { t } from "./i18n/language.ts";
import { useServices } from "./services.ts";

/** What every screen says on top, when there is something to say. Nothing of it is in the way. */
export function AppBanners() {
  const { sync, update } = useServices();
  const { demo } = useCurrentPerson();
  const askPassword = useSignal(false);
  const updateHeld = useSignal(false);
  const { phase, problem } = sync.status.value;
  const { app } = t();
  return (
    <>
      {demo && <DemoBanner />}
      {problem?.kind === "storage-full" && <Banner icon={TriangleAlert}>{app.storageFull}</Banner>}
      {problem?.kind === "broken" && <Banner icon={TriangleAlert}>{t().errors.unexpected}</Banner>}
      {phase === "paused" && (
        <SessionBanner
          onSignIn={() => {
            askPassword.value = true;
          }}
        />
      )}
      <SignInAgain
        open={askPassword.value}
        onClose={() => {
          askPassword.value = false;
        }}
      />
      {update.updateReady.value && (
        <UpdateBanner
          {...(updateHeld.value ? { note: app.updateHeld } : {})}
          onUpdate={() => {
            void update.applyUpdate().then((applied) => {
              updateHeld.value = !applied;
            });
          }}
        />
      )}
    </>
  );
}
