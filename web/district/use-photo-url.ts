import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useServices } from "../services.ts";

/**
 * A picture of an attached photo, as an object URL that lives as long as it is shown.
 *
 * @param want the small picture of a tile, or the whole photo
 * @returns undefined until it is read, and where its bytes are not on this tablet
 */
export function usePhotoUrl(sha256: string, want: "thumbnail" | "whole"): string | undefined {
  const { db } = useServices();
  const shown = useSignal<string | undefined>(undefined);
  useEffect(() => {
    let isOver = false;
    void db.files.get(sha256).then((file) => {
      if (isOver || !file) return;
      const bytes = want === "thumbnail" ? (file.thumbnail ?? file.bytes) : file.bytes;
      shown.value = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }));
    });
    return () => {
      isOver = true;
      if (shown.value) URL.revokeObjectURL(shown.value);
      shown.value = undefined;
    };
  }, [db, sha256, want, shown]);
  return shown.value;
}
