import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { aStoredSubmission } from "../../shared/test-builders.ts";
import { mount } from "../components/test-mount.tsx";
import { MergeNote } from "./merge-note.tsx";

const past = {
  seq: 7,
  authorName: "นางพิกุล ตัวอย่างรัตน์",
  madeAt: "2024-03-13T02:00:00Z",
  receivedAt: "2024-03-13T03:00:00Z",
  reviews: [],
};
const report = aStoredSubmission({
  version: 5,
  mergedFrom: 3,
  history: [
    { ...past, version: 4 },
    { ...past, version: 3, mergedFrom: 1 },
    { ...past, version: 2 },
    { ...past, version: 1 },
  ],
});

test.each([
  [5, /ทำจากฉบับที่ 3 เมื่อฉบับที่ 4 มาถึงก่อนแล้ว/],
  [3, /ทำจากฉบับที่ 1 เมื่อฉบับที่ 2 มาถึงก่อนแล้ว/],
])(
  "[V4] version %i says from which one it was made, and that it was merged",
  async (version, words) => {
    mount(<MergeNote report={report} version={version} />);
    await expect.element(page.getByText(words)).toBeInTheDocument();
  },
);

test("[V4] a version that nothing was merged into says nothing of it", () => {
  for (const version of [4, 2, 1]) {
    mount(<MergeNote report={report} version={version} />);
    expect(page.getByText(/รวมให้/).elements()).toEqual([]);
  }
});
