import { DemoBanner, UpdateBanner } from "./components/banners.tsx";
import { useCurrentPerson } from "./current-person.ts";
import { useServices } from "./services.ts";

/** What every screen says on top, when there is something to say. */
export function AppBanners() {
  const { update } = useServices();
  const { demo } = useCurrentPerson();
  return (
    <>
      {demo && <DemoBanner />}
      {update.updateReady.value && <UpdateBanner onUpdate={() => void update.applyUpdate()} />}
    </>
  );
}
