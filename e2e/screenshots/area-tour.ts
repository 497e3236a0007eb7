import type { TestServer } from "../support/server.ts";
import { signInOfficer } from "../support/sign-in.ts";
import { PHONE, PORTRAIT, startTablet } from "../support/tablet.ts";
import { expect } from "./patient-expect.ts";
import { shoot } from "./shoot.ts";

const PASTED = [
  "ต.วังใหม่\tวัดวังใหม่\t๑๒ มี.ค. ๒๕๖๗\tผู้นำชุมชน\t๑๔\t18\t\tทบทวนแผนครบทุกหมู่บ้าน\t1000",
  "ต.วังทอง\tศาลากลางบ้าน\t13/3/67\tกลุ่มสตรี\t9\t16\t\tเรียงลำดับโครงการได้ 12 โครงการ\t1,000.00",
  "ต.วังน้ำใส\tโรงเรียน\t14/3/67\tเยาวชน\t8\t11\t\tเสนอเข้าแผนตำบล 5 โครงการ\t1000",
].join("\n");

/** Area records of the district where someone typed the whole allotment into each of three areas. */
export async function tourAreas(server: TestServer): Promise<void> {
  const tablet = await startTablet(server.origin);
  const page = await tablet.openApp();
  await signInOfficer(page, server.account("districtOfficer", "วังสมบูรณ์"));
  await page.goto(`${server.origin}/areas`);
  const project = page.getByRole("row").filter({ hasText: "จัดทำแผนพัฒนาตำบล" });
  await expect(project).toBeVisible();
  await shoot(page, "area-projects-tablet");
  await shoot(page, "area-projects-phone", { size: PHONE });

  await project.getByRole("link", { name: "แสดงข้อมูลพื้นที่" }).click();
  const records = page.getByRole("list", { name: "ข้อมูลพื้นที่ที่บันทึกไปแล้ว" });
  await expect(records.getByRole("link")).toHaveCount(3);
  await shoot(page, "areas-phone", { size: PHONE });
  await records.getByRole("link", { name: /วังทอง/ }).click();
  await expect(page.getByRole("button", { name: /หารเท่ากัน/ })).toBeVisible();
  await shoot(page, "area-form-tablet");
  await shoot(page, "area-form-sunlight", { theme: "sunlight" });
  await shoot(page, "area-form-portrait", { size: PORTRAIT });
  await shoot(page, "area-form-phone", { size: PHONE });

  await page.getByRole("link", { name: "วางจากตาราง" }).click();
  await page.getByRole("textbox", { name: "แถวที่วาง" }).fill(PASTED);
  await expect(page.getByText("พร้อมบันทึก").first()).toBeVisible();
  await shoot(page, "areas-pasted-tablet");
  await tablet.remove();
}
