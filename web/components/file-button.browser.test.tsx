import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { FileButton } from "./file-button.tsx";
import { mount } from "./test-mount.tsx";

test("[R30] many files at once, and the same one again", async () => {
  const picked: string[][] = [];
  mount(
    <FileButton
      label="แนบไฟล์เอกสาร"
      onFiles={(files) => picked.push(files.map(({ name }) => name))}
    />,
  );
  const input = page.getByLabelText("แนบไฟล์เอกสาร");
  const agenda = new File(["a"], "กำหนดการ.pdf", { type: "application/pdf" });
  const list = new File(["b"], "ใบลงทะเบียน.pdf", { type: "application/pdf" });
  await userEvent.upload(input, [agenda, list]);
  await userEvent.upload(input, agenda);
  await userEvent.upload(input, agenda);
  expect(picked).toEqual([["กำหนดการ.pdf", "ใบลงทะเบียน.pdf"], ["กำหนดการ.pdf"], ["กำหนดการ.pdf"]]);
});
