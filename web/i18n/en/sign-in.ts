import type { signIn as thai } from "../th/sign-in.ts";

export const signIn: typeof thai = {
  title: "Sign in",
  chooseYear: "Choose the current fiscal year",
  thisYear: "current",
  year: (year) => `${year}`,
  olderYears: "Older years can be read, not changed",
  whoUses: "Who uses this tablet?",
  someoneElse: "Someone else",
  needsSignal: "needs signal",
  username: "User name",
  password: "Password",
  pinOf: (name) => `PIN of ${name}`,
  worksOffline: "Works without signal",
  waitingHere: (count) => `${count} of your items wait on this tablet`,
  passwordOf: (name) => `Password of ${name}`,
  showPassword: "Show the password",
  hidePassword: "Hide the password",
  signingIn: "Signing in",
  firstNeedsSignal: "The server cannot be reached. Signing in needs signal; your work here is safe",
  serverFailed: "The server failed. Try again in a moment",
  throttled: (wait, at) => `Too many attempts. Wait ${wait} (again at ${at})`,
};
