import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { anAreaBody, aReportBody } from "../../shared/test-builders.ts";
import { write } from "../db/test-db.ts";
import { openApp } from "../test-app.tsx";
import { aFullTablet } from "../test-states.ts";

const home = location.pathname + location.search;
const NEW = "27090203";

afterEach(() => history.replaceState(null, "", home));

/** A project that is carried out in villages, one of which its report added. */
async function villageProject() {
  const tablet = await aFullTablet();
  const { db } = tablet;
  const assignment = {
    ...tablet.assignment,
    project: { ...tablet.assignment.project, areaLevel: "village" as const },
  };
  await db.assignments.put({ ...assignment, unit: assignment.districtCode });
  await write(tablet, aReportBody({ areaCodes: [NEW], newVillages: { [NEW]: "บ้านใหม่" } }));
  return { db, path: `/reports/${assignment.id}/areas` };
}

const drafted = async ({ db }: Awaited<ReturnType<typeof villageProject>>) =>
  (await db.drafts.toArray()).find(({ kind }) => kind === "area")?.body;

test("[R38] a village that no list has is chosen in a record, and added there", async () => {
  const tablet = await villageProject();
  await openApp(tablet, { path: `${tablet.path}/${crypto.randomUUID()}` });
  await userEvent.fill(page.getByPlaceholder("พิมพ์ชื่อตำบลหรือหมู่บ้าน"), "บ้านใหม่");
  await userEvent.click(page.getByRole("option", { name: /บ้านใหม่ หมู่ 3 \(รอจังหวัดยืนยัน\)/ }));
  await expect
    .poll(() => drafted(tablet))
    .toMatchObject({
      areaCode: NEW,
      newVillages: { [NEW]: "บ้านใหม่" },
    });

  await userEvent.click(page.getByRole("button", { name: "เปลี่ยนพื้นที่" }));
  await userEvent.click(page.getByRole("button", { name: "เพิ่มหมู่บ้านที่ไม่มีในรายการ" }));
  await userEvent.selectOptions(page.getByLabelText(/ตำบล/), "ต.วังทอง");
  await userEvent.fill(page.getByLabelText(/หมู่ที่/), "5");
  await userEvent.fill(page.getByLabelText(/ชื่อหมู่บ้าน/), "บ้านเหนือ");
  await userEvent.click(page.getByRole("button", { name: "เพิ่ม", exact: true }));
  await expect
    .element(page.getByRole("heading", { level: 1 }))
    .toHaveTextContent("บ้านเหนือ หมู่ 5 (รอจังหวัดยืนยัน) ต.วังทอง");
  await expect
    .poll(() => drafted(tablet))
    .toMatchObject({
      areaCode: "27090305",
      newVillages: { "27090305": "บ้านเหนือ" },
    });
});

test("[R38] once the province has it, its own name counts", async () => {
  const tablet = await villageProject();
  const confirmed = { code: NEW, id: NEW, unit: "2709", parentCode: "270902" };
  await tablet.db.areas.put({ ...confirmed, level: "village", name: "บ้านใหม่พัฒนา" });
  await openApp(tablet, { path: `${tablet.path}/${crypto.randomUUID()}` });
  await userEvent.fill(page.getByPlaceholder("พิมพ์ชื่อตำบลหรือหมู่บ้าน"), "บ้านใหม่");
  const option = page.getByRole("option", { name: /บ้านใหม่/ });
  await expect.element(option).toHaveTextContent("บ้านใหม่พัฒนา หมู่ 3ต.วังใหม่");
});

test("[R38] a pasted table is there after the app was ended", async () => {
  const tablet = await villageProject();
  const table = `บ้านใหม่\tวัด\t14/3/2567\tผู้นำ\t\t\t12\tทบทวนแล้ว\t1,000`;
  await openApp(tablet, { path: `${tablet.path}/paste` });
  await userEvent.fill(page.getByRole("textbox", { name: "แถวที่วาง" }), table);
  await expect.element(page.getByText("บันทึกในเครื่องนี้แล้ว")).toBeVisible();
  // As after a crash: nothing of the page is asked to save.
  await openApp(tablet, { path: `${tablet.path}/paste` });
  const rows = page.getByRole("textbox", { name: "แถวที่วาง" });
  await expect.element(rows).toHaveValue(table);

  await userEvent.click(page.getByRole("button", { name: "แปลงเป็น 1000" }));
  await userEvent.click(page.getByRole("button", { name: "บันทึก 1 พื้นที่ที่ถูกต้อง" }));
  await userEvent.click(page.getByRole("button", { name: "ตกลง" }));
  await expect.poll(() => tablet.db.outbox.count()).toBe(1);
  const [queued] = await tablet.db.outbox.toArray();
  expect(queued?.mutation.body).toMatchObject({
    ...anAreaBody(),
    areaCode: NEW,
    newVillages: { [NEW]: "บ้านใหม่" },
    participants: { total: 12 },
    venue: "วัด",
    targetGroup: "ผู้นำ",
    result: "ทบทวนแล้ว",
  });
  await expect.poll(() => tablet.db.pastedTexts.count()).toBe(0);
});
