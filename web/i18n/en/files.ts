import type { files as thai } from "../th/files.ts";

export const files: typeof thai = {
  takePhoto: "Take photo",
  attachDocument: "Attach a document",
  rule: "At most 2 MB a file, any number of files; photos are shrunk for you",
  count: (count, size) => `${count} ${count === 1 ? "file" : "files"} · ${size}`,
  photoNumber: (number) => `Photo ${number}`,
  openPhoto: (name) => `Open ${name}`,
  shrinking: "Shrinking",
  queued: "Waiting",
  sending: (percent) => `Sent ${percent}%`,
  received: "At province",
  refused: "Needs care",
  tooLarge: (size, limit) => `${size} is over ${limit}, so it was not sent`,
  photographInstead: "Photograph it",
  chooseAnother: "Choose another",
};
