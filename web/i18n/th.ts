import { actions } from "./th/actions.ts";
import { app } from "./th/app.ts";
import { area } from "./th/area.ts";
import { budget } from "./th/budget.ts";
import { conflict } from "./th/conflict.ts";
import { dialogs } from "./th/dialogs.ts";
import { errors } from "./th/errors.ts";
import { fields } from "./th/fields.ts";
import { files } from "./th/files.ts";
import { form } from "./th/form.ts";
import { home } from "./th/home.ts";
import { journey } from "./th/journey.ts";
import { list } from "./th/list.ts";
import { navigation } from "./th/navigation.ts";
import { outbox } from "./th/outbox.ts";
import { profile } from "./th/profile.ts";
import { review } from "./th/review.ts";
import { signIn } from "./th/sign-in.ts";
import { start } from "./th/start.ts";
import { status } from "./th/status.ts";
import { sync } from "./th/sync.ts";
import { time } from "./th/time.ts";

/**
 * Every word of the interface, one group a screen or theme, each in a file of its own. Thai is the
 * type: a word missing in another language is a compile error.
 */
export const th = {
  actions,
  app,
  area,
  budget,
  conflict,
  dialogs,
  errors,
  fields,
  files,
  form,
  home,
  journey,
  list,
  navigation,
  outbox,
  profile,
  review,
  signIn,
  start,
  status,
  sync,
  time,
};
