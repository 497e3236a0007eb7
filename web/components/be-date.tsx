import { longDate, shortDate } from "../i18n/format.ts";

type BeDateProps = {
  /** An ISO date or instant, as stored. */
  value: string;
  long?: boolean;
};

/** A date in the Buddhist era, with the stored one for machines. */
export function BeDate({ value, long = false }: BeDateProps) {
  return <time dateTime={value}>{long ? longDate(value) : shortDate(value)}</time>;
}
