import { Check, TriangleAlert } from "lucide";
import { useState } from "preact/hooks";
import type { AreaCode } from "../../shared/area.ts";
import type { ReportBody } from "../../shared/report.ts";
import { mayConfirmVillages } from "../../shared/role.ts";
import { areaWords } from "../area-words.ts";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { ThaiText } from "../components/thai-text.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { provinceWords } from "../i18n/province-words.ts";
import { useServices } from "../services.ts";

type ReportAreasProps = {
  body: ReportBody;
  /** Of the areas that are known; a village the district added is not, until it is confirmed. */
  areaNames: ReadonlyMap<string, string>;
};

/** Where it was carried out; villages that the district added can be confirmed here. */
export function ReportAreas({ body, areaNames }: ReportAreasProps) {
  const { role, orgUnitCode } = useCurrentPerson();
  const { areaCodes, newVillages } = body;
  const names = new Map([...Object.entries(newVillages), ...areaNames]);
  return (
    <ul class="area-list">
      {areaCodes.map((code) => {
        const isPending = newVillages[code] !== undefined && !areaNames.has(code);
        const mayConfirm = mayConfirmVillages(role) && code.startsWith(orgUnitCode);
        return (
          <li key={code}>
            <ThaiText>{areaWords(code, names)}</ThaiText>
            {isPending && <span class="text-din"> · {provinceWords().village.pending}</span>}
            {isPending && mayConfirm && <ConfirmVillage code={code} name={newVillages[code]} />}
          </li>
        );
      })}
    </ul>
  );
}

/** Gives a village to everyone who sees its district; needs the network. */
function ConfirmVillage({ code, name = "" }: { code: AreaCode; name: string | undefined }) {
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
