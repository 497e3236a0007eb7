import type { Satang } from "../../shared/money.ts";
import { baht } from "../i18n/format.ts";

/** An amount without its unit, which stands once in the heading. Zero is quiet. */
export function Money({ satang }: { satang: Satang }) {
  return <span class={satang === 0 ? "money money-zero" : "money"}>{baht(satang)}</span>;
}
