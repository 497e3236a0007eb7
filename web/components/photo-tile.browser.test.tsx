import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { th } from "../i18n/th.ts";
import { type PhotoState, PhotoTile } from "./photo-tile.tsx";
import { mount } from "./test-mount.tsx";

const STATES: [PhotoState, string][] = [
  [{ kind: "shrinking" }, th.files.shrinking],
  [{ kind: "kept" }, "เก็บในเครื่องแล้ว"],
  [{ kind: "queued" }, th.files.queued],
  [{ kind: "sending", percent: 62 }, "ส่งแล้ว 62%"],
  [{ kind: "received" }, "ถึงจังหวัด"],
  [{ kind: "refused" }, th.files.refused],
];

test.each(STATES)("a photo that is %j says so in words", async (state, words) => {
  mount(<PhotoTile src={undefined} name="รูปที่ 1" state={state} />);
  await expect.element(page.getByText(words)).toBeVisible();
});

test("a photo without its bytes can still be opened, under its name", async () => {
  let opened = 0;
  mount(
    <PhotoTile
      src={undefined}
      name="รูปที่ 2"
      state={{ kind: "received" }}
      onOpen={() => {
        opened += 1;
      }}
    />,
  );
  await userEvent.click(page.getByRole("button", { name: "เปิด รูปที่ 2" }));
  expect(opened).toBe(1);
});
