import { FlaskConical, type IconNode, LogIn, RefreshCw } from "lucide";
import type { ComponentChildren } from "preact";
import { t } from "../i18n/language.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

type BannerProps = {
  icon: IconNode;
  /** Over everything else the screen says, without pushing: demo data, a new version. */
  children: ComponentChildren;
  action?: ComponentChildren;
};

/** One line across the top of the screen. */
export function Banner({ icon, children, action }: BannerProps) {
  return (
    <div class="banner" role="status">
      <Icon node={icon} size={20} />
      <span class="min-w-0 flex-1">{children}</span>
      {action}
    </div>
  );
}

export function DemoBanner() {
  return <Banner icon={FlaskConical}>{t().app.demo}</Banner>;
}

type UpdateBannerProps = {
  onUpdate: () => void;
  /** Why it has to be done, or could not be just now. */
  note: string | false;
};

export function UpdateBanner({ onUpdate, note }: UpdateBannerProps) {
  const { app } = t();
  return (
    <Banner icon={RefreshCw} action={<Button onClick={onUpdate}>{app.updateNow}</Button>}>
      {note || app.updateReady}
    </Banner>
  );
}

type SessionBannerProps = { onSignIn: () => void; children: ComponentChildren };

/** Signing in again is never urgent: work goes on, only sending waits. */
export function SessionBanner({ onSignIn, children }: SessionBannerProps) {
  const { app } = t();
  return (
    <Banner icon={LogIn} action={<Button onClick={onSignIn}>{app.signInAgain}</Button>}>
      {children}
    </Banner>
  );
}
