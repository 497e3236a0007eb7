import { must } from "../../shared/invariant.ts";
import { parseWithoutEval } from "../../shared/without-eval.ts";
import { exportRescue, type RescueFile } from "./export-rescue.ts";
import { saveFile, shareFile } from "./hand-over.ts";
import { openRawDatabase } from "./raw-database.ts";
import { problemWords, readyWords, WORDS } from "./recovery-words.ts";
import "./recovery.css";

// The page for when the app does not open (O12): without Preact, Dexie or anything of the app's own
// start, so that what keeps the app from starting does not keep this from working.

parseWithoutEval();

const said = must(document.getElementById("said"), "the page has a status line");
const makeButton = button("make");
const shareButton = button("share");
const saveButton = button("save");

let made: RescueFile | undefined;

makeButton.addEventListener("click", () => {
  makeButton.disabled = true;
  say(WORDS.making);
  void make()
    .catch((error: unknown) => {
      reportError(error);
      say(WORDS.broken);
    })
    .finally(() => {
      makeButton.disabled = false;
    });
});

shareButton.addEventListener("click", () => void share());
saveButton.addEventListener("click", () => save(WORDS.saved));

async function make(): Promise<void> {
  const opened = await openRawDatabase();
  if (!opened.ok) return say(problemWords(opened.error));
  try {
    const exported = await exportRescue(opened.value, new Date().toISOString());
    if (!exported.ok) return say(problemWords(exported.error));
    made = exported.value;
  } finally {
    opened.value.close();
  }
  say(readyWords(made));
  makeButton.hidden = true;
  shareButton.hidden = !("share" in navigator);
  saveButton.hidden = false;
  (shareButton.hidden ? saveButton : shareButton).focus();
}

async function share(): Promise<void> {
  if (!made) return;
  const ended = await shareFile(made.blob, made.name);
  if (ended === "shared") say(WORDS.shared);
  if (ended === "unavailable") save(WORDS.notShareable);
}

function save(words: string): void {
  if (!made) return;
  saveFile(made.blob, made.name);
  say(words);
}

function say(words: string): void {
  said.textContent = words;
}

function button(id: string): HTMLButtonElement {
  const found = document.getElementById(id);
  return must(found instanceof HTMLButtonElement ? found : null, `the page has a button ${id}`);
}
