import { expect, test } from "vitest";
import { anAssignment, anAttachment, aSha256 } from "../shared/test-builders.ts";
import { commentSubject } from "./comment-subject.ts";

test("a comment names the field or file that it is pinned to", () => {
  const assignment = anAssignment();
  const paper = anAttachment({ mediaType: "application/pdf", name: "ใบลงทะเบียน.pdf" });
  const photo = anAttachment();
  const subject = (field: string) => commentSubject(field, assignment, [paper, photo]);
  expect(subject("outputs.o1")).toBe("ผู้แทนหมู่บ้าน/ตำบล");
  expect(subject("steps.s5")).toBe("สรุปและรายงานผลในระบบ");
  expect(subject("successPoints")).toBe("ประเด็นความสำเร็จ");
  expect(subject("activity.from")).toBe("วันที่ดำเนินกิจกรรม");
  expect(subject(photo.sha256)).toBe("รูปที่ 1");
  expect(subject(`attachments.${photo.sha256}`)).toBe("รูปที่ 1");
  expect(subject(paper.sha256)).toBe("ใบลงทะเบียน.pdf");
  expect(subject(aSha256("gone"))).toBe("ทั้งฉบับ");
  expect(subject("")).toBe("ทั้งฉบับ");
});
