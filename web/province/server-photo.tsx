import { RefreshCw, WifiOff } from "lucide";
import { useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { t } from "../i18n/language.ts";
import { useServices } from "../services.ts";

type ServerPhotoProps = {
  src: string;
  alt: string;
  /** In a strip there is room for a mark only; the words stand at the large photo. */
  small?: boolean;
};

/** Address of a file's bytes, for those who may read the submission. */
export function fileAddress(sha256: string, submissionId: string): string {
  return `/api/files/${sha256}?submission=${submissionId}`;
}

/**
 * A photo that only the server has: nothing of it is kept on this computer. Without signal it says
 * so, and tries again by itself once a round of syncing went through. Give it its `src` as key.
 */
export function ServerPhoto({ src, alt, small = false }: ServerPhotoProps) {
  const { lastSyncAt } = useServices().sync.status.value;
  const [isShown, setShown] = useState(false);
  /** The last round of syncing when it failed; undefined when it did not. */
  const [failedAfter, setFailedAfter] = useState<number | null>();
  if (failedAfter === lastSyncAt) {
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
      onError={() => setFailedAfter(lastSyncAt)}
    />
  );
}

function PhotoNeedsSignal({ onTryAgain }: { onTryAgain: () => void }) {
  const { province, actions } = t();
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
