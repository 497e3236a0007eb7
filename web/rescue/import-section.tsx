import { useSignal } from "@preact/signals";
import type { RescueReply } from "../../shared/rescue-manifest.ts";
import { FileButton } from "../components/file-button.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { rescueWords } from "../i18n/rescue-words.ts";
import { useServices } from "../services.ts";
import type { TransportError } from "../sync/transport-error.ts";

type State =
  | { step: "start" | "taking" }
  | { step: "taken"; reply: RescueReply }
  | { step: "failed"; error: TransportError };

/** Sends rescue files of other tablets to the server, in the name of whoever is signed in. */
export function ImportSection() {
  const { transport, sync } = useServices();
  const { id: viewer } = useCurrentPerson();
  const state = useSignal<State>({ step: "start" });
  const rescue = rescueWords();
  const current = state.value;

  const take = async (files: File[]) => {
    if (current.step === "taking") return;
    state.value = { step: "taking" };
    let reply: RescueReply = NOTHING;
    for (const file of files) {
      const taken = await transport.importRescue(file, viewer);
      if (!taken.ok) {
        state.value = { step: "failed", error: taken.error };
        return;
      }
      reply = sum(reply, taken.value);
    }
    state.value = { step: "taken", reply };
    // What arrived belongs in this tablet's mirror too.
    sync.wake();
  };

  return (
    <div>
      <p class="text-ink2">{rescue.takeAbout}</p>
      <div class="mt-3">
        <FileButton label={rescue.take} onFiles={(files) => void take(files)} />
      </div>
      <div class="mt-2" role="status">
        {current.step === "taking" && rescue.taking}
        {current.step === "failed" && importErrorWords(current.error)}
        {current.step === "taken" && <Taken reply={current.reply} />}
      </div>
    </div>
  );
}

const NOTHING: RescueReply = {
  stored: 0,
  needCare: 0,
  waiting: 0,
  drafts: 0,
  pastedTexts: 0,
  files: 0,
  notTaken: 0,
};
const COUNTS = [
  "stored",
  "needCare",
  "waiting",
  "drafts",
  "pastedTexts",
  "files",
  "notTaken",
] as const;

function Taken({ reply }: { reply: RescueReply }) {
  const rescue = rescueWords();
  const lines = COUNTS.filter((name) => reply[name] > 0 || name === "stored");
  return (
    <>
      <p class="font-bold">{rescue.taken}</p>
      <ul>
        {lines.map((name) => (
          <li key={name} class={name === "notTaken" ? "text-din" : ""}>
            {rescue[name](reply[name])}
          </li>
        ))}
      </ul>
    </>
  );
}

function sum(a: RescueReply, b: RescueReply): RescueReply {
  return {
    stored: a.stored + b.stored,
    needCare: a.needCare + b.needCare,
    waiting: a.waiting + b.waiting,
    drafts: a.drafts + b.drafts,
    pastedTexts: a.pastedTexts + b.pastedTexts,
    files: a.files + b.files,
    notTaken: a.notTaken + b.notTaken,
  };
}

function importErrorWords(error: TransportError): string {
  const { importErrors } = rescueWords();
  switch (error.kind) {
    case "offline":
    case "portal":
      return importErrors.offline;
    case "signed-out":
    case "other-viewer":
      return importErrors.signedOut;
    case "throttled":
      return importErrors.busy;
    case "rejected":
      if (error.code === "rescue-damaged") return importErrors.damaged;
      if (error.code === "rescue-foreign") return importErrors.foreign;
      return error.code === "too-large" ? importErrors.tooLarge : importErrors.other;
    default:
      return importErrors.other;
  }
}
