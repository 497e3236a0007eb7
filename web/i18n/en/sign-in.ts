import type { signIn as thai } from "../th/sign-in.ts";

export const signIn: typeof thai = {
  title: "Sign in",
  chooseYear: "Choose the current fiscal year",
  thisYear: "Current year",
  year: (year) => `${year}`,
  olderYears: "Older years can be read, not changed",
  whoUses: "Who uses this tablet?",
  someoneElse: "Someone else",
  needsSignal: "Needs signal",
  username: "User name",
  password: "Password",
  pinOf: (name) => `PIN of ${name}`,
  worksOffline: "Works without signal.",
  usePassword: "Use the password instead",
  usePin: "Use the PIN instead",
  pinProblems: {
    digits: (count) => `A PIN has ${count} digits`,
    easy: "This PIN is easy to guess: choose another",
    differs: "The two PINs are not the same",
    "wrong-pin": "This PIN is not right",
    "no-pin": "There is no PIN on this tablet yet: use the password",
  },
  waitingHere: (count) =>
    count === 1
      ? "1 of your items waits on this tablet"
      : `${count} of your items wait on this tablet`,
  passwordOf: (name) => `Password of ${name}`,
  showPassword: "Show the password",
  hidePassword: "Hide the password",
  signingIn: "Signing in",
  firstNeedsSignal: "The server cannot be reached. Signing in needs signal; your work here is safe",
  serverFailed: "The server failed. Try again in a moment",
  throttled: (wait, at) => `Too many attempts. Wait ${wait} (again at ${at})`,
};
