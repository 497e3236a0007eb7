import type { Attachment } from "../../shared/attachment.ts";
import { type PhotoState, PhotoTile } from "../components/photo-tile.tsx";
import { Pin } from "../components/pin.tsx";
import { usePhotoUrl } from "./use-photo-url.ts";

type AttachedPhotoProps = {
  photo: Attachment;
  name: string;
  state: PhotoState;
  pin: number | undefined;
  onOpen: () => void;
};

/** A photo of the report, with its small picture from this tablet. */
export function AttachedPhoto({ photo, name, state, pin, onOpen }: AttachedPhotoProps) {
  const src = usePhotoUrl(photo.sha256, "thumbnail");
  return (
    <PhotoTile
      src={src}
      name={name}
      state={state}
      onOpen={onOpen}
      pin={pin === undefined ? undefined : <Pin number={pin} />}
    />
  );
}
