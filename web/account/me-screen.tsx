import { ProfileCard } from "../components/profile-card.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { FieldFrame } from "../field-frame.tsx";
import { t } from "../i18n/language.ts";
import { DamageCard } from "../rescue/damage-card.tsx";
import { RescueCard } from "../rescue/rescue-card.tsx";
import { PeopleCard } from "./people-card.tsx";
import { SettingsCard } from "./settings-card.tsx";
import { StorageCard } from "./storage-card.tsx";

/** ฉัน: who is here, how this tablet is set, and the way out. */
export function MeScreen() {
  const person = useCurrentPerson();
  const { navigation, profile } = t();
  return (
    <FieldFrame title={navigation.me}>
      <h1 class="mb-4 text-page">{profile.title}</h1>
      <div class="me-columns">
        <div class="home-column sized">
          <ProfileCard person={person} />
          <SettingsCard />
        </div>
        <div class="home-column">
          <DamageCard />
          <PeopleCard />
          <StorageCard />
          <RescueCard />
        </div>
      </div>
    </FieldFrame>
  );
}
