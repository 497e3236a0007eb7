import { expect, test } from "vitest";
import { page } from "vitest/browser";
import type { OutputTarget } from "../../shared/assignment.ts";
import { anAssignment, aReportBody } from "../../shared/test-builders.ts";
import { mount } from "../components/test-mount.tsx";
import { OutputSection } from "./output-section.tsx";

function showOutput(targets: Pick<OutputTarget, "provinceTarget" | "districtTarget">): void {
  const output = { id: "o1", indicator: "ผู้เข้าร่วม", unit: "คน", ...targets };
  mount(
    <OutputSection
      view={{
        assignment: anAssignment({ outputs: [output] }),
        body: aReportBody({ outputs: { o1: 120 } }),
        typed: {},
        readOnly: false,
        confirmed: undefined,
        pins: [],
        problemAt: () => undefined,
        change: () => {},
        changeTyped: () => {},
      }}
    />,
  );
}

test("[R26] both targets stand beside what was achieved, where a project has them", async () => {
  showOutput({ provinceTarget: 1770, districtTarget: 90 });
  await expect.element(page.getByText("เป้าหมายรวมทั้งจังหวัด 1,770 คน")).toBeVisible();
  await expect.element(page.getByText("เป้าหมายอำเภอ 90 คน")).toBeVisible();
  // Over the target is shown, not forbidden.
  await expect.element(page.getByText("133.33%")).toBeVisible();
});

test("[R26] a project without a target for the province hides that figure", async () => {
  showOutput({ provinceTarget: null, districtTarget: 90 });
  await expect.element(page.getByText("เป้าหมายอำเภอ 90 คน")).toBeVisible();
  expect(document.body.textContent).not.toContain("เป้าหมายรวมทั้งจังหวัด");
});
