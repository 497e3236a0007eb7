import { useId } from "preact/hooks";
import { t } from "../i18n/language.ts";
import { Avatar } from "./avatar.tsx";
import { RadioLabel } from "./radio-label.tsx";

type PersonPickerProps = {
  /** People who have signed in on this tablet. */
  people: readonly { id: string; name: string; position: string; unsent: string }[];
  /** "other" is someone who has not: that needs signal. */
  selected: string;
  onSelect: (id: string) => void;
};

/** Who uses this tablet: a card for each person, and one for anybody else. */
export function PersonPicker({ people, selected, onSelect }: PersonPickerProps) {
  const name = useId();
  const { signIn } = t();
  const cards = [
    ...people,
    { id: "other", name: signIn.someoneElse, position: signIn.needsSignal, unsent: "" },
  ];
  return (
    <fieldset class="min-w-0">
      <legend class="mb-2 text-form">{signIn.whoUses}</legend>
      <div class="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {cards.map((person) => (
          <RadioLabel
            key={person.id}
            class="choice items-center text-center"
            name={name}
            checked={person.id === selected}
            onChoose={() => onSelect(person.id)}
          >
            <Avatar
              name={person.id === "other" ? "" : person.name}
              size="large"
              quiet={person.id !== selected}
            />
            <span>
              <b class="block">{person.name}</b>
              <span class="text-ink2">{person.position}</span>
              {person.unsent && <b class="block text-kram">{person.unsent}</b>}
            </span>
          </RadioLabel>
        ))}
      </div>
    </fieldset>
  );
}
