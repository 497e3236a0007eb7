import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { anAttachment } from "../../shared/test-builders.ts";
import { mount } from "../components/test-mount.tsx";
import { AreaPhotos } from "./area-photos.tsx";
import { Reviewing } from "./test-reviewer.tsx";

const photos = ["เวทีประชาคม", "กลุ่มย่อย", "ยังไม่ถึง"].map((caption) => anAttachment({ caption }));
const missing = photos.slice(2).map(({ sha256 }) => sha256);

function open(): void {
  mount(
    <Reviewing>
      <AreaPhotos title="ต.วังใหม่" photos={photos} submissionId="s" missing={missing} syncedAt={1} />
    </Reviewing>,
  );
}

test("[R39] every photo of an area that arrived opens large, and the arrows go on to the next", async () => {
  open();
  await userEvent.click(page.getByRole("button", { name: /รูปที่ 1 จาก 2 เวทีประชาคม/ }));
  const dialog = page.getByRole("dialog");
  await expect.element(dialog).toHaveAccessibleName("ต.วังใหม่ รูปที่ 1 จาก 2 เวทีประชาคม");
  await userEvent.keyboard("{ArrowRight}{ArrowRight}");
  await expect.element(dialog).toHaveAccessibleName("ต.วังใหม่ รูปที่ 2 จาก 2 กลุ่มย่อย");
  await userEvent.keyboard("{Escape}");
  expect(page.getByRole("dialog").elements()).toEqual([]);
});

test("[F2] one that has not arrived is counted, and is no button", async () => {
  open();
  expect(page.getByRole("button").elements()).toHaveLength(2);
  await expect.element(page.getByText("รูปนี้ยังไม่ถึงจังหวัด")).toBeInTheDocument();
});
