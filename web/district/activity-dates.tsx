import { bangkokDate } from "../../shared/fiscal-year.ts";
import { BeDateField } from "../components/be-date-field.tsx";
import { joinParts, partsOfDate, readParts } from "../components/be-date-text.ts";
import { t } from "../i18n/language.ts";
import { useServices } from "../services.ts";
import { FormField } from "./form-field.tsx";
import type { FormView } from "./form-view.ts";

const FROM = "activity.from";
const TO = "activity.to";

/** From when to when. Half of it is kept as typed, until both dates can be read. */
export function ActivityDates({ view }: { view: FormView }) {
  const { now } = useServices();
  const { form } = t();
  const { activity } = view.body;
  const today = bangkokDate(new Date(now()));
  const textOf = (path: string, date: string | undefined) =>
    view.typed[path] ?? (date ? joinParts(partsOfDate(date)) : "");
  const from = textOf(FROM, activity?.from);
  const to = textOf(TO, activity?.to);

  const change = (nextFrom: string, nextTo: string) => {
    const readFrom = readParts(nextFrom);
    const readTo = readParts(nextTo);
    const isEmpty = nextFrom === "" && nextTo === "";
    const isRead = readFrom.ok && readTo.ok;
    view.changeTyped(FROM, isEmpty || isRead ? undefined : nextFrom);
    view.changeTyped(TO, isEmpty || isRead ? undefined : nextTo);
    view.change({ activity: isRead ? { from: readFrom.value, to: readTo.value } : null });
  };
  // The half that can be read is right; what is missing is said at the other one.
  const problemOf = (path: string, text: string) =>
    view.typed[path] !== undefined && readParts(text).ok ? undefined : view.problemAt(path);
  return (
    <div class="activity-dates">
      <FormField view={view} path={FROM}>
        <BeDateField
          label={form.from}
          text={from}
          today={today}
          onText={(text) => change(text, to)}
          error={problemOf(FROM, from)}
          readOnly={view.readOnly}
        />
      </FormField>
      <FormField view={view} path={TO}>
        <BeDateField
          label={form.to}
          text={to}
          today={today}
          onText={(text) => change(from, text)}
          error={problemOf(TO, to)}
          readOnly={view.readOnly}
        />
      </FormField>
    </div>
  );
}
