import path from "node:path";
import type { Person } from "../../shared/person.ts";
import { findAnnouncement } from "../store/files.ts";
import type { Store } from "../store/open.ts";
import { createFileFolder } from "./file-folder.ts";
import { type OpenedFile, openFile } from "./open-file.ts";
import { createPublish, type Publish } from "./publish.ts";
import { createUploads, type Uploads } from "./uploads.ts";

export type Files = {
  uploads: Uploads;
  publish: Publish;
  /** The bytes of a file that arrived; whoever asks knows that they may have them. */
  read(sha256: string): Promise<Buffer>;
  /** For files on their way in, on the same disk as those that are there. */
  rescueFolder: string;
  open(asked: {
    person: Person;
    submissionId: string;
    sha256: string;
  }): Promise<OpenedFile | undefined>;
};

/** Everything about files, in three folders beside the database. */
export function openFiles(deps: {
  store: Store;
  dataDir: string;
  urlPath: string;
  now(): Date;
}): Files {
  const { store, dataDir, urlPath } = deps;
  const files = createFileFolder(path.join(dataDir, "files"));
  const keptAside = createFileFolder(path.join(dataDir, "kept-aside"));
  const publish = createPublish({ ...deps, files, keptAside });
  return {
    publish,
    read: files.read,
    rescueFolder: path.join(dataDir, "rescue"),
    uploads: createUploads({
      directory: path.join(dataDir, "uploads"),
      urlPath,
      isAnnounced: async (file) => (await findAnnouncement(store.reader, file)) !== undefined,
      publish,
    }),
    open: (asked) => openFile({ db: store.reader, files }, asked),
  };
}
