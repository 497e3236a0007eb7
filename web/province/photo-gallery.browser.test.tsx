import { render } from "preact";
import { expect, onTestFinished, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { anAttachment } from "../../shared/test-builders.ts";
import { PhotoGallery } from "./photo-gallery.tsx";
import { Reviewing, reviewer } from "./test-reviewer.tsx";

// No server answers here: every photo that is asked for cannot be had.

const photos = [
  anAttachment({ caption: "ก่อนเริ่มประชุม", takenAt: "2024-03-14T03:20:00Z" }),
  anAttachment({ caption: "ระหว่างประชุม" }),
  anAttachment(),
];

function showGallery(missing: readonly string[] = []) {
  const root = document.body.appendChild(document.createElement("div"));
  const show = (syncedAt: number | null) =>
    render(
      <Reviewing>
        <PhotoGallery photos={photos} submissionId="s" missing={missing} syncedAt={syncedAt} />
      </Reviewing>,
      root,
    );
  show(null);
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
  return { root, show };
}

test("a photo that cannot be had says what it needs, and no broken image is left", async () => {
  const { root } = showGallery();
  await expect.element(page.getByText("เปิดรูปนี้ไม่ได้ในขณะนี้")).toBeVisible();
  await expect.poll(() => root.querySelectorAll("img").length).toBe(0);
  await expect.element(page.getByText("ก่อนเริ่มประชุม", { exact: true })).toBeVisible();
  await expect.element(page.getByText(/ถ่าย 14 มี\.ค\. 2567 10:20 น\./)).toBeVisible();
});

test("it is asked for again after the next round of syncing", async () => {
  const { root, show } = showGallery();
  await expect.poll(() => root.querySelectorAll("img").length).toBe(0);
  const asked = collectAsked(root);
  show(1);
  await expect.poll(() => asked.length).toBeGreaterThan(0);
});

test("every photo is asked for in the name of who reads it", async () => {
  const { root, show } = showGallery();
  await expect.poll(() => root.querySelectorAll("img").length).toBe(0);
  const asked = collectAsked(root);
  show(1);
  await expect.poll(() => asked.length).toBeGreaterThanOrEqual(photos.length);
  const viewers = asked.map((address) => new URL(address).searchParams.get("viewer"));
  expect(new Set(viewers)).toEqual(new Set([reviewer.id]));
});

test("it is asked for again at a button", async () => {
  const { root } = showGallery();
  await expect.poll(() => root.querySelectorAll("img").length).toBe(0);
  const asked = collectAsked(root);
  await page.getByRole("button", { name: "ลองอีกครั้ง" }).click();
  await expect.poll(() => asked.length).toBeGreaterThan(0);
});

/** The addresses of all images that appear from now on. */
function collectAsked(root: HTMLElement): string[] {
  const asked: string[] = [];
  const observer = new MutationObserver(() => {
    for (const image of root.querySelectorAll("img")) asked.push(image.src);
  });
  observer.observe(root, { childList: true, subtree: true });
  onTestFinished(() => observer.disconnect());
  return asked;
}

test("[F2] a photo that has not arrived is not asked for, and says so", async () => {
  const { root } = showGallery(photos.map(({ sha256 }) => sha256));
  await expect.element(page.getByText("รูปนี้ยังไม่ถึงจังหวัด")).toBeVisible();
  expect(root.querySelectorAll("img")).toHaveLength(0);
});

test("arrow keys go through the strip, and buttons stop at its ends", async () => {
  showGallery();
  const previous = page.getByRole("button", { name: "รูปก่อนหน้า" });
  const next = page.getByRole("button", { name: "รูปถัดไป" });
  await expect.element(previous).toBeDisabled();
  await userEvent.click(page.getByRole("radio", { name: /รูปที่ 1 จาก 3/ }));
  await userEvent.keyboard("{ArrowRight}{ArrowRight}");
  await expect.element(page.getByRole("radio", { name: /รูปที่ 3 จาก 3/ })).toBeChecked();
  await expect.element(next).toBeDisabled();
  await userEvent.click(previous);
  await expect.element(page.getByText("ระหว่างประชุม", { exact: true })).toBeVisible();
});

test("the large view goes on with the arrow keys and closes with Esc", async () => {
  showGallery();
  await userEvent.click(page.getByRole("button", { name: "ดูรูปขนาดใหญ่" }));
  await expect.element(page.getByRole("dialog", { name: /รูปที่ 1 จาก 3/ })).toBeVisible();
  await userEvent.keyboard("{ArrowRight}");
  await expect.element(page.getByRole("dialog", { name: /รูปที่ 2 จาก 3/ })).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => document.querySelector("dialog")).toBeNull();
});
