import type { profile as thai } from "../th/profile.ts";

export const profile: typeof thai = {
  title: "Profile",
  name: "Name",
  userType: "Type",
  position: "Position",
  orgUnit: "Office",
  affiliation: "Work group/section",
  phone: "Telephone",
  email: "E-mail address",
  registeredOn: "Registered on",
};
