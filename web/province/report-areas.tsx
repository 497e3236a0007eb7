import type { ReportBody } from "../../shared/report.ts";
import { AreaWithVillage } from "./area-with-village.tsx";

type ReportAreasProps = {
  body: ReportBody;
  /** Of the areas that are known; a village the district added is not, until it is confirmed. */
  areaNames: ReadonlyMap<string, string>;
};

/** Where it was carried out; villages that the district added can be confirmed here. */
export function ReportAreas({ body, areaNames }: ReportAreasProps) {
  return (
    <ul class="area-list">
      {body.areaCodes.map((code) => (
        <li key={code}>
          <AreaWithVillage code={code} body={body} areaNames={areaNames} />
        </li>
      ))}
    </ul>
  );
}
