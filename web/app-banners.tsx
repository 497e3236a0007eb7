import { useSignal } from "@preact/signals";
import { TriangleAlert } from "lucide";
import { SignInAgain } from "./account/sign-in-again.tsx";
import { Banner, DemoBanner, SessionBanner, UpdateBanner } from "./components/banners.tsx";
import { useCurrentPerson } from "./current-person.ts";
import { countFindings } from "./db/findings.ts";
import { readSettings } from "./db/settings.ts";
import { dateTime } from "./i18n/format.ts";
import { t } from "./i18n/language.ts";
import { useLive } from "./live.ts";
import { useServices } from "./services.ts";

/** What every screen says on top, when there is something to say. Nothing of it is in the way. */
export function AppBanners() {
  const { sync, update, isOutdated, findings } = useServices();
  const { demo } = useCurrentPerson();
  const askPassword = useSignal(false);
  const updateHeld = useSignal(false);
  const { phase, problem } = sync.status.value;
  const reading = useReading();
  const { app } = t();
  return (
    <>
      {demo && <DemoBanner />}
      {problem?.kind === "storage-full" && <Banner icon={TriangleAlert}>{app.storageFull}</Banner>}
      {problem?.kind === "broken" && <Banner icon={TriangleAlert}>{t().errors.unexpected}</Banner>}
      {countFindings(findings.value) > 0 && (
        <Banner icon={TriangleAlert}>
          {app.damaged}{" "}
          <a class="text-link" href="/me">
            {t().outbox.seeReason}
          </a>
        </Banner>
      )}
      {(phase === "paused" || reading?.isOwn === false) && (
        <SessionBanner
          onSignIn={() => {
            askPassword.value = true;
          }}
        >
          {reading?.isOwn ? app.sessionExpired : unreadWords(reading?.asOf)}
        </SessionBanner>
      )}
      <SignInAgain
        open={askPassword.value}
        onClose={() => {
          askPassword.value = false;
        }}
      />
      {(isOutdated.value || update.updateReady.value) && (
        <UpdateBanner
          note={isOutdated.value ? t().start.outdated : updateHeld.value && app.updateHeld}
          onUpdate={() => {
            if (isOutdated.value) return location.reload();
            void update.applyUpdate().then((applied) => {
              updateHeld.value = !applied;
            });
          }}
        />
      )}
    </>
  );
}

function unreadWords(asOf: string | undefined): string {
  const { app } = t();
  return asOf ? app.othersSession(dateTime(asOf)) : app.signInAgainAbout;
}

/**
 * Whether what the server says here is said to this person: after a hand-over without signal the
 * browser still carries a colleague's session, and what is shown is as old as the last pull.
 */
function useReading(): { isOwn: boolean; asOf: string } | undefined {
  const { db } = useServices();
  const { id, orgUnitCode } = useCurrentPerson();
  return useLive(
    async () => {
      const [{ sessionOf }, cursor] = await Promise.all([
        readSettings(db),
        db.cursors.get(orgUnitCode),
      ]);
      return { isOwn: sessionOf === id, asOf: cursor?.pulledAt ?? "" };
    },
    [db, id, orgUnitCode],
    undefined,
  ).value;
}
