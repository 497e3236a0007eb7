import { t } from "../i18n/language.ts";

/** The reviewer's numbered diamond: the same on photo, field and comment, so it is found offline. */
export function Pin({ number }: { number: number }) {
  return (
    <span class="pin">
      <svg viewBox="0 0 28 28" aria-hidden="true">
        <path d="M14 1.5 26.5 14 14 26.5 1.5 14Z" />
      </svg>
      <span class="sr-only">{t().review.pin(number)}</span>
      <span class="pin-number" aria-hidden="true">
        {number}
      </span>
    </span>
  );
}
