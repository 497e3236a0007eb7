import { useSignal } from "@preact/signals";
import { Download, LifeBuoy, Share2 } from "lucide";
import { Button } from "../components/button.tsx";
import { bytes } from "../i18n/format.ts";
import { rescueWords } from "../i18n/rescue-words.ts";
import { useServices } from "../services.ts";
import { type ExportError, exportRescue, type RescueFile } from "./export-rescue.ts";
import { saveFile, shareFile } from "./hand-over.ts";

type State =
  | { step: "start" | "making" }
  | { step: "ready"; file: RescueFile; said: string }
  | { step: "failed"; reason: ExportError["kind"] | "broken" };

/** Makes the file first and hands it on at a second click: a share sheet opens only right after one. */
export function ExportSection() {
  const { db, now } = useServices();
  const state = useSignal<State>({ step: "start" });
  const rescue = rescueWords();
  const current = state.value;

  const make = async () => {
    if (current.step === "making") return;
    state.value = { step: "making" };
    try {
      const made = await exportRescue(db.backendDB(), now());
      state.value = made.ok
        ? { step: "ready", file: made.value, said: "" }
        : { step: "failed", reason: made.error.kind };
    } catch (error) {
      reportError(error);
      state.value = { step: "failed", reason: "broken" };
    }
  };

  return (
    <div>
      <p class="text-ink2">{rescue.about}</p>
      {current.step === "ready" ? (
        <ReadyFile
          file={current.file}
          said={current.said}
          onSaid={(said) => {
            state.value = { ...current, said };
          }}
        />
      ) : (
        <div class="mt-3">
          <Button
            icon={LifeBuoy}
            aria-disabled={current.step === "making"}
            onClick={() => void make()}
          >
            {current.step === "making" ? rescue.making : rescue.make}
          </Button>
        </div>
      )}
      <p class="mt-2" role="status">
        {current.step === "failed" && rescue.exportErrors[current.reason]}
      </p>
    </div>
  );
}

type ReadyFileProps = { file: RescueFile; said: string; onSaid: (said: string) => void };

function ReadyFile({ file, said, onSaid }: ReadyFileProps) {
  const rescue = rescueWords();
  const save = (words: string) => {
    saveFile(file.blob, file.name);
    onSaid(words);
  };
  const share = async () => {
    const ended = await shareFile(file.blob, file.name);
    if (ended === "shared") onSaid(rescue.shared);
    if (ended === "unavailable") save(rescue.notShareable);
  };
  return (
    <div class="mt-3">
      <p class="font-bold">{rescue.ready(bytes(file.blob.size))}</p>
      <p class="text-ink2">{rescue.contains(file)}</p>
      {file.leftOut > 0 && <p class="text-din">{rescue.leftOut(file.leftOut)}</p>}
      <div class="mt-3 flex flex-wrap gap-2">
        {"share" in navigator && (
          <Button kind="primary" icon={Share2} onClick={() => void share()}>
            {rescue.share}
          </Button>
        )}
        <Button icon={Download} onClick={() => save(rescue.saved)}>
          {rescue.save}
        </Button>
      </div>
      <p class="mt-2" role="status">
        {said}
      </p>
    </div>
  );
}
