import { RefreshCw, WifiOff } from "lucide";
import { useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { useCurrentPerson } from "../current-person.ts";
import { t } from "../i18n/language.ts";
import { provinceWords } from "../i18n/province-words.ts";

type ServerPhotoProps = {
  src: string;
  alt: string;
  /** End of the last round of syncing: what could not be had is asked for again after the next one. */
  syncedAt: number | null;
  /** In a strip there is room for a mark only; the words stand at the large photo. */
  small?: boolean;
};

/** Addresses of the bytes of a submission's files, asked for by whoever is here. */
export function useFileAddress(): (sha256: string, submissionId: string) => string {
  const { id: viewer } = useCurrentPerson();
  return (sha256, submissionId) =>
    `/api/files/${sha256}?submission=${submissionId}&viewer=${viewer}`;
}

/**
 * A photo that only the server has, or what the browser still remembers of it. Where it cannot be
 * had it says so instead of showing a broken image, and tries again by itself. Its `src` is its key.
 */
export function ServerPhoto({ src, alt, syncedAt, small = false }: ServerPhotoProps) {
  const [isShown, setShown] = useState(false);
  /** The round of syncing after which it failed; undefined when it did not. */
  const [failedAfter, setFailedAfter] = useState<number | null>();
  if (failedAfter === syncedAt) {
    return small ? (
      <span class="photo-absent">
        <Icon node={WifiOff} size={20} />
      </span>
    ) : (
      <PhotoNeedsSignal onTryAgain={() => setFailedAfter(undefined)} />
    );
  }
  return (
    <img
      class={isShown ? "server-photo" : "server-photo server-photo-loading"}
      src={src}
      alt={alt}
      decoding="async"
      draggable={false}
      onLoad={() => setShown(true)}
      onError={() => setFailedAfter(syncedAt)}
    />
  );
}

function PhotoNeedsSignal({ onTryAgain }: { onTryAgain: () => void }) {
  const { actions } = t();
  const province = provinceWords();
  return (
    <div class="photo-absent" role="status">
      <Icon node={WifiOff} size={32} />
      <b>{province.photoNeedsSignal}</b>
      <span>{province.photoNeedsSignalDetail}</span>
      <Button icon={RefreshCw} onClick={onTryAgain}>
        {actions.tryAgain}
      </Button>
    </div>
  );
}
