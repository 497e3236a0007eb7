import { Images, Trash2 } from "lucide";
import { useState } from "preact/hooks";
import { type Attachment, isPhoto } from "../../shared/attachment.ts";
import { commentSubject } from "../comment-subject.ts";
import { IconButton } from "../components/button.tsx";
import { CameraTile, FileButton } from "../components/file-button.tsx";
import { FileRow } from "../components/file-row.tsx";
import { bytes } from "../i18n/format.ts";
import { t } from "../i18n/language.ts";
import { AttachedPhoto } from "./attached-photo.tsx";
import { type FilePlaces, fileProgress, fileStatus } from "./file-progress.ts";
import { FieldPins, FormField } from "./form-field.tsx";
import { FormSection } from "./form-section.tsx";
import { type FormView, isPinnedTo } from "./form-view.ts";
import { IncomingTiles, IntakeLine, RefusedFiles, refusalWords } from "./incoming-files.tsx";
import { PhotoDialog } from "./photo-dialog.tsx";
import type { Attachments } from "./use-attachments.ts";

/** Documents by what the server takes; photos have their own buttons. */
const DOCUMENTS = ".pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx";

type AttachmentsSectionProps = {
  view: Pick<FormView, "pins" | "assignment">;
  places: FilePlaces;
  attached: readonly Attachment[];
  /** What can be done with them; absent in a form that is only read. */
  editing?: {
    attachments: Attachments;
    /** Everything typed is durable before the system shows something else over the app. */
    beforeOpen: () => Promise<unknown>;
    onRemove: (attachment: Attachment, name: string) => Promise<void>;
  };
};

/** Until the draft is read again, a photo just turned is still listed under its hash of before. */
type OpenedPhoto = { sha256: string; turnedFrom?: string };

/** Photos and documents (R28–R31), each with its own state. */
export function AttachmentsSection(props: AttachmentsSectionProps) {
  const { view, places, attached, editing } = props;
  const [opened, setOpened] = useState<OpenedPhoto>();
  const { form, files } = t();
  const photos = attached.filter(isPhoto);
  const documents = attached.filter((file) => !isPhoto(file));
  const sizeBytes = attached.reduce((sum, file) => sum + file.sizeBytes, 0);
  const nameOf = (photo: Attachment, at: number) => photo.caption ?? files.photoNumber(at + 1);
  const isOpen = ({ sha256 }: Attachment) =>
    sha256 === opened?.sha256 || sha256 === opened?.turnedFrom;
  const openedAt = photos.findIndex(isOpen);
  const openedPhoto = photos[openedAt];
  const add = (chosen: File[]) => editing?.attachments.queue.add(chosen);
  return (
    <FormSection
      id="attachments"
      title={form.attachments}
      aside={attached.length > 0 ? files.count(attached.length, bytes(sizeBytes)) : undefined}
    >
      <FormField view={view} path="attachments" showsPins>
        {!editing && attached.length === 0 && <p class="text-ink2">{files.noneYet}</p>}
        <div class="photo-grid">
          {editing && <CameraTile beforeOpen={editing.beforeOpen} onFiles={add} />}
          {photos.map((photo, at) => (
            <AttachedPhoto
              key={photo.sha256}
              photo={photo}
              name={nameOf(photo, at)}
              state={fileProgress(places, photo.sha256)}
              pin={view.pins.find((pin) => isPinnedTo(pin, `attachments.${photo.sha256}`))?.number}
              onOpen={() => setOpened({ sha256: photo.sha256 })}
            />
          ))}
          {editing && <IncomingTiles incoming={editing.attachments.incoming} />}
        </div>
        <FieldPins
          view={view}
          path="attachments"
          subjectOf={(field) => commentSubject(field, view.assignment, attached)}
        />
        {editing && <IntakeLine {...editing.attachments} />}
        <div class="mt-3 grid grid-cols-1 gap-2.5">
          {documents.map((file) => (
            <FileRow
              key={file.sha256}
              name={file.name}
              detail={bytes(file.sizeBytes)}
              status={fileStatus(fileProgress(places, file.sha256))}
              actions={
                editing && (
                  <IconButton
                    icon={Trash2}
                    kind="quiet"
                    label={`${files.takeOut} ${file.name}`}
                    onClick={() => void editing.onRemove(file, file.name)}
                  />
                )
              }
            />
          ))}
          {editing && (
            <>
              <RefusedFiles
                incoming={editing.attachments.incoming}
                beforeOpen={editing.beforeOpen}
                onFiles={add}
                onDismiss={(id) => editing.attachments.queue.dismiss(id)}
              />
              <div class="flex flex-wrap gap-2.5 *:grow *:basis-56">
                <FileButton
                  label={files.choosePhotos}
                  icon={Images}
                  accept="image/*"
                  beforeOpen={editing.beforeOpen}
                  onFiles={add}
                />
                <FileButton
                  label={files.attachDocument}
                  accept={DOCUMENTS}
                  beforeOpen={editing.beforeOpen}
                  onFiles={add}
                />
              </div>
              <p class="text-ink2">{files.rule}</p>
            </>
          )}
        </div>
      </FormField>
      {openedPhoto && (
        <PhotoDialog
          photo={openedPhoto}
          name={nameOf(openedPhoto, openedAt)}
          readOnly={!editing}
          onDescribe={(caption) => void editing?.attachments.describe(openedPhoto.sha256, caption)}
          onMove={(by) => void editing?.attachments.move(openedPhoto.sha256, by)}
          onTurn={async () => {
            const { sha256 } = openedPhoto;
            const turned = await editing?.attachments.turn(sha256);
            if (turned?.ok) setOpened({ sha256: turned.value, turnedFrom: sha256 });
            return turned?.ok === false ? refusalWords(openedPhoto, turned.error.kind) : undefined;
          }}
          onRemove={() => {
            setOpened(undefined);
            void editing?.onRemove(openedPhoto, nameOf(openedPhoto, openedAt));
          }}
          onClose={() => setOpened(undefined)}
        />
      )}
    </FormSection>
  );
}
