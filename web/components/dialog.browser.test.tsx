import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { Dialog } from "./dialog.tsx";
import { Held, mount } from "./test-mount.tsx";

let answers: string[];

beforeEach(() => {
  answers = [];
  mount(
    <Held initial={false}>
      {(open, setOpen) => {
        const answer = (word: string) => () => {
          answers.push(word);
          setOpen(false);
        };
        return (
          <>
            <button type="button" onClick={() => setOpen(true)}>
              ส่งรายงาน
            </button>
            <ConfirmDialog
              open={open}
              title="คุณต้องการบันทึกข้อมูล ใช่หรือไม่"
              facts={[{ label: "ผลผลิต", value: "58 จาก 90 คน" }]}
              onConfirm={answer("ok")}
              onCancel={answer("cancel")}
            />
          </>
        );
      }}
    </Held>,
  );
});

const opener = () => page.getByRole("button", { name: "ส่งรายงาน", includeHidden: true });
const dialog = () => page.getByRole("dialog", { name: "คุณต้องการบันทึกข้อมูล ใช่หรือไม่" });

async function open() {
  await userEvent.click(opener());
  await expect.element(dialog()).toBeVisible();
}

test("[R35] the focus enters and Tab does not reach what lies behind", async () => {
  await open();
  const box = dialog().element();
  for (let presses = 0; presses < 5; presses += 1) {
    // Between the last button and the first, a browser may stop at its own controls: the body.
    expect(box.contains(document.activeElement) || document.activeElement === document.body).toBe(
      true,
    );
    await userEvent.tab();
  }
});

test("[R33] Esc is ยกเลิก, and the focus goes back to where it was", async () => {
  await open();
  await userEvent.keyboard("{Escape}");
  await expect.element(dialog()).not.toBeInTheDocument();
  expect(answers).toEqual(["cancel"]);
  await expect.element(opener()).toHaveFocus();
});

test("[R33] ยกเลิก stands left of ตกลง", async () => {
  await open();
  const [cancel, ok] = page.getByRole("button").elements().slice(-2);
  expect([cancel?.textContent, ok?.textContent]).toEqual(["ยกเลิก", "ตกลง"]);
  await userEvent.click(page.getByRole("button", { name: "ตกลง" }));
  expect(answers).toEqual(["ok"]);
});

test("a tap beside it answers nothing", async () => {
  await open();
  await userEvent.click(dialog(), { position: { x: -5, y: -5 }, force: true });
  expect(answers).toEqual([]);
  await expect.element(dialog()).toBeVisible();
});

test("it opens again after it was closed", async () => {
  await open();
  await userEvent.keyboard("{Escape}");
  await open();
  await userEvent.click(page.getByRole("button", { name: "ยกเลิก" }));
  expect(answers).toEqual(["cancel", "cancel"]);
});

test("taken off the page as a whole, it gives the focus back as well", async () => {
  mount(
    <Held initial={false}>
      {(open, setOpen) => (
        <>
          <button type="button" onClick={() => setOpen(true)}>
            รูปที่ 1
          </button>
          {open && (
            <Dialog open title="รูปที่ 1" onClose={() => setOpen(false)} footer={null}>
              <input aria-label="คำบรรยายรูป" />
            </Dialog>
          )}
        </>
      )}
    </Held>,
  );
  const tile = page.getByRole("button", { name: "รูปที่ 1", includeHidden: true });
  await userEvent.click(tile);
  await expect.element(page.getByLabelText("คำบรรยายรูป")).toHaveFocus();
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  await expect.element(tile).toHaveFocus();
});
