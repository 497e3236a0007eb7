import { expect, test } from "vitest";
import type { Area } from "../../shared/area.ts";
import { areaOptions, choosesVillages } from "./area-options.ts";

const areas: Area[] = [
  { code: "2709", level: "district", name: "วังสมบูรณ์", parentCode: "27" },
  { code: "270902", level: "tambon", name: "เขาดิน", parentCode: "2709" },
  { code: "270901", level: "tambon", name: "วังใหม่", parentCode: "2709" },
  { code: "27090102", level: "village", name: "บ้านคลอง", parentCode: "270901" },
  { code: "27090110", level: "village", name: "บ้านคลอง", parentCode: "270901" },
];

test("[R38] tambons stand in Thai order, เ after its consonant", () => {
  expect(areaOptions(areas, "tambon", {}).map(({ label }) => label)).toEqual([
    "ต.เขาดิน",
    "ต.วังใหม่",
  ]);
});

test("two villages of one name are told apart by their number and their tambon", () => {
  const villages = areaOptions(areas, "village", {}).filter(({ value }) => value.length === 8);
  expect(villages).toEqual([
    { value: "27090102", label: "บ้านคลอง หมู่ 2", detail: "ต.วังใหม่" },
    { value: "27090110", label: "บ้านคลอง หมู่ 10", detail: "ต.วังใหม่" },
  ]);
});

test("a village that was added says that it waits, until its list has it", () => {
  const labelOf = (known: Area[]) =>
    areaOptions(known, "village", { "27090103": "บ้านใหม่" }).find(
      ({ value }) => value === "27090103",
    );
  expect(labelOf(areas)).toEqual({
    value: "27090103",
    label: "บ้านใหม่ หมู่ 3 (รอจังหวัดยืนยัน)",
    detail: "ต.วังใหม่",
  });
  const confirmed: Area = {
    code: "27090103",
    level: "village",
    name: "บ้านใหม่พัฒนา",
    parentCode: "270901",
  };
  expect(labelOf([...areas, confirmed])?.label).toBe("บ้านใหม่พัฒนา หมู่ 3");
});

test("only projects of villages let one be added", () => {
  expect((["province", "district", "tambon", "village"] as const).filter(choosesVillages)).toEqual([
    "village",
  ]);
});
