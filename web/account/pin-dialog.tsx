import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { TextField } from "../components/text-field.tsx";
import { checkPin, setPin } from "../db/pin.ts";
import { t } from "../i18n/language.ts";
import { useServices } from "../services.ts";
import { newPinProblem, PIN_DIGITS, readPin } from "./new-pin.ts";
import { pinProblem } from "./pin-problem.ts";

type PinDialogProps = {
  open: boolean;
  personId: string;
  /** The one in use is asked for before it is changed. */
  hasPin: boolean;
  onClose: () => void;
  /** What the PIN was asked for; it may be done without. */
  onDone?: () => void;
};

type Entry = "current" | "fresh" | "again";
const blank: Record<Entry, string> = { current: "", fresh: "", again: "" };

/** Sets or changes the PIN with which a person comes back to this tablet without signal. */
export function PinDialog({ open, personId, hasPin, onClose, onDone }: PinDialogProps) {
  const { db, now } = useServices();
  const formId = useId();
  const typed = useSignal(blank);
  const busy = useSignal(false);
  const problem = useSignal<{ at: Entry; text: string } | null>(null);
  const { profile, actions, signIn } = t();

  const close = () => {
    typed.value = blank;
    problem.value = null;
    onClose();
  };
  const save = async () => {
    if (busy.value) return;
    const { current, fresh, again } = typed.value;
    busy.value = true;
    problem.value = wrongNew(fresh, again) ?? (hasPin ? await wrongCurrent(current) : null);
    const pin = readPin(fresh);
    if (problem.value === null && pin !== undefined) {
      await setPin(db, { personId, pin, now: now() });
      close();
      onDone?.();
    }
    busy.value = false;
  };
  const wrongCurrent = async (current: string) => {
    const pin = readPin(current);
    if (pin === undefined) {
      return { at: "current" as const, text: signIn.pinProblems.digits(PIN_DIGITS) };
    }
    const checked = await checkPin(db, { personId, pin, now: now() });
    return checked.ok
      ? null
      : { at: "current" as const, text: pinProblem(checked.error, Date.now()) };
  };

  const entries: Entry[] = hasPin ? ["current", "fresh", "again"] : ["fresh", "again"];
  return (
    <Dialog
      open={open}
      title={hasPin ? profile.changePin : profile.setPin}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{actions.cancel}</Button>
          <Button kind="primary" type="submit" form={formId} aria-disabled={busy.value}>
            {onDone ? profile.setPinAndHandOver : profile.savePin}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        class="mt-3 grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p class="text-ink2">{profile.pinAbout(PIN_DIGITS)}</p>
        {entries.map((entry) => (
          <TextField
            key={entry}
            label={profile.pinEntries[entry]}
            name={`pin-${entry}`}
            inputMode="numeric"
            autocomplete="off"
            maxLength={PIN_DIGITS}
            secret
            value={typed.value[entry]}
            error={problem.value?.at === entry ? problem.value.text : undefined}
            onInput={(value) => {
              typed.value = { ...typed.value, [entry]: value };
            }}
          />
        ))}
      </form>
      {onDone && (
        <Button kind="quiet" class="mt-3" onClick={onDone}>
          {profile.handOverWithoutPin}
        </Button>
      )}
    </Dialog>
  );
}

function wrongNew(fresh: string, again: string): { at: Entry; text: string } | null {
  const { signIn } = t();
  const kind = newPinProblem(fresh, again);
  if (kind === undefined) return null;
  const at = kind === "differs" ? "again" : "fresh";
  return kind === "digits"
    ? { at, text: signIn.pinProblems.digits(PIN_DIGITS) }
    : { at, text: signIn.pinProblems[kind] };
}
