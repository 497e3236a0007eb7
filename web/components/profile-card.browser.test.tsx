import { beforeEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { ProfileCard } from "./profile-card.tsx";
import { mount } from "./test-mount.tsx";

beforeEach(() => {
  mount(
    <ProfileCard
      person={{
        id: "00000000-0000-4000-8000-000000000001",
        username: "phikun",
        displayName: "นางพิกุล ตัวอย่างรัตน์",
        role: "districtHead",
        userType: null,
        positionTitle: "พัฒนาการอำเภอ",
        orgUnitCode: "2709",
        orgUnitName: "สระแก้ว",
        affiliation: "สพอ.วังสมบูรณ์",
        phone: "037000001",
        email: "phikun@bpm.example",
        registeredOn: "2013-02-26",
      }}
    />,
  );
});

const entries = () =>
  [...document.querySelectorAll("dl > div")].map((entry) =>
    [...entry.children].map(({ textContent }) => textContent),
  );

test("[R12] [R13] the profile box has its eight fields, an empty one too", () => {
  expect(Object.fromEntries(entries())).toEqual({
    "ชื่อ สกุล": "นางพิกุล ตัวอย่างรัตน์",
    ประเภท: "–",
    ตำแหน่ง: "พัฒนาการอำเภอ",
    หน่วยงาน: "สระแก้ว",
    "สังกัดกลุ่มงาน/ฝ่าย": "สพอ.วังสมบูรณ์",
    โทรศัพท์: "037000001",
    อีเมลแอดเดรส: "phikun@bpm.example",
    วันที่ลงทะเบียน: "26 ก.พ. 2556",
  });
});

test("[R14] [R15] the phone keeps its leading zero, the date is of the Buddhist era", async () => {
  await expect.element(page.getByText("037000001")).toBeVisible();
  await expect.element(page.getByText("26 ก.พ. 2556")).toBeVisible();
});
