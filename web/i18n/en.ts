import { actions } from "./en/actions.ts";
import { app } from "./en/app.ts";
import { area } from "./en/area.ts";
import { budget } from "./en/budget.ts";
import { conflict } from "./en/conflict.ts";
import { dialogs } from "./en/dialogs.ts";
import { errors } from "./en/errors.ts";
import { fields } from "./en/fields.ts";
import { files } from "./en/files.ts";
import { form } from "./en/form.ts";
import { history } from "./en/history.ts";
import { home } from "./en/home.ts";
import { journey } from "./en/journey.ts";
import { list } from "./en/list.ts";
import { navigation } from "./en/navigation.ts";
import { outbox } from "./en/outbox.ts";
import { paper } from "./en/paper.ts";
import { profile } from "./en/profile.ts";
import { ready } from "./en/ready.ts";
import { rescue } from "./en/rescue.ts";
import { review } from "./en/review.ts";
import { signIn } from "./en/sign-in.ts";
import { start } from "./en/start.ts";
import { status } from "./en/status.ts";
import { sync } from "./en/sync.ts";
import { time } from "./en/time.ts";
import type { th } from "./th.ts";

export const en: typeof th = {
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

/** English for `laterWords`. */
export const later = { history, paper, ready, rescue };
