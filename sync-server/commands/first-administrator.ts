import { randomUUID } from "node:crypto";
import { bangkokDate } from "../../shared/fiscal-year.ts";
import { usernameKeyOf } from "../accounts/accounts.ts";
import type { Passwords } from "../accounts/passwords.ts";
import type { Store } from "../store/open.ts";
import { putOrgUnits } from "../store/org-units.ts";
import { addPeople } from "../store/people.ts";

const CENTRE = { code: "", name: "กรมการพัฒนาชุมชน" };

/** Makes the one account that everything else is made from. Only for a store without people. */
export async function addFirstAdministrator(deps: {
  store: Store;
  passwords: Passwords;
  admin: { username: string; password: string };
  now: Date;
}): Promise<void> {
  const { store, passwords, admin, now } = deps;
  const password_hash = await passwords.hash(admin.password);
  await store.writer.transaction().execute(async (tx) => {
    await putOrgUnits(tx, [CENTRE]);
    await addPeople(tx, [
      {
        id: randomUUID(),
        username: admin.username,
        username_key: usernameKeyOf(admin.username),
        password_hash,
        display_name: admin.username,
        role: "administrator",
        user_type: null,
        position_title: "",
        org_unit_code: CENTRE.code,
        affiliation: "",
        phone: "",
        email: "",
        registered_on: bangkokDate(now),
        suspended_at: null,
      },
    ]);
  });
}
