import type { Area } from "../../../shared/area.ts";
import { pick } from "./ids.ts";
import { source } from "./source.ts";

/** No list of villages is published: these are plainly invented. */
const FIRST = ["หนอง", "โคก", "คลอง", "ทุ่ง", "เนิน", "วัง", "สวน", "ห้วย"];
const SECOND = ["สมมุติ", "ตัวอย่าง", "จำลอง", "ทดลอง", "สมมุติทอง", "ตัวอย่างพัฒนา"];
const VILLAGES_PER_TAMBON = 4;
/** Two villages of one tambon with one name, as happens: the code tells them apart. */
const TWIN_TAMBON = "270901";

/** The province with its districts and tambons, and a few invented villages in each. */
export function demoAreas(): Area[] {
  const { province, districts } = source;
  return [
    { code: province.code, level: "province", name: province.nameTh, parentCode: null },
    ...districts.flatMap((district): Area[] => [
      {
        code: district.code,
        level: "district",
        name: district.nameTh,
        parentCode: province.code,
      },
      ...district.tambons.flatMap(({ code, nameTh }): Area[] => [
        { code, level: "tambon", name: nameTh, parentCode: district.code },
        ...villagesOf(code),
      ]),
    ]),
  ];
}

function villagesOf(tambon: string): Area[] {
  return Array.from({ length: VILLAGES_PER_TAMBON }, (_, index): Area => {
    const named = tambon === TWIN_TAMBON && index === 1 ? 0 : index;
    const first = FIRST[(pick(FIRST.length, tambon) + named) % FIRST.length];
    const second = SECOND[pick(SECOND.length, tambon, named)];
    return {
      code: `${tambon}${String(index + 1).padStart(2, "0")}`,
      level: "village",
      name: `บ้าน${first}${second}`,
      parentCode: tambon,
    };
  });
}
