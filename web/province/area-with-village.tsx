import { Check, TriangleAlert } from "lucide";
import { useState } from "preact/hooks";
import type { AreaCode } from "../../shared/area.ts";
import type { AreaBody } from "../../shared/area-record.ts";
import { mayConfirmVillages } from "../../shared/role.ts";
import { areaWords } from "../area-words.ts";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { provinceWords } from "../i18n/province-words.ts";
import { useServices } from "../services.ts";

type AreaWithVillageProps = {
  code: AreaCode;
  /** What names the area. */
  body: Pick<AreaBody, "newVillages">;
  areaNames: ReadonlyMap<string, string>;
};

/** An area by name; a village that the district added says so, and can be confirmed here. */
export function AreaWithVillage({ code, body, areaNames }: AreaWithVillageProps) {
  const { role, orgUnitCode } = useCurrentPerson();
  const added = areaNames.has(code) ? undefined : body.newVillages[code];
  const names = added === undefined ? areaNames : new Map([...areaNames, [code, added]]);
  const mayConfirm = mayConfirmVillages(role) && code.startsWith(orgUnitCode);
  return (
    <>
      <ThaiText>{areaWords(code, names)}</ThaiText>
      {added !== undefined && <span class="text-din"> · {provinceWords().village.pending}</span>}
      {added !== undefined && mayConfirm && <ConfirmVillage code={code} name={added} />}
    </>
  );
}

/** Gives a village to everyone who sees its district; needs the network. */
function ConfirmVillage({ code, name }: { code: AreaCode; name: string }) {
  const { transport, sync } = useServices();
  const { id: viewer } = useCurrentPerson();
  const [step, setStep] = useState<"asked" | "sending" | "done" | "failed">("asked");
  const { village } = provinceWords();
  const confirm = async () => {
    setStep("sending");
    const confirmed = await transport.confirmVillage({ code, name }, viewer);
    setStep(confirmed.ok ? "done" : "failed");
    // The list of areas comes back by pull, here and on every tablet.
    if (confirmed.ok) sync.wake();
  };
  return (
    <div class="my-1">
      <Button
        icon={Check}
        disabled={step === "sending" || step === "done"}
        onClick={() => void confirm()}
      >
        {village.confirm(name)}
      </Button>
      <p class={step === "failed" ? "field-error" : "sr-only"} aria-live="polite">
        {step === "failed" && (
          <>
            <Icon node={TriangleAlert} size={20} />
            {village.failed}
          </>
        )}
      </p>
    </div>
  );
}
