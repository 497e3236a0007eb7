import type { fields as thai } from "../th/fields.ts";

export const fields: typeof thai = {
  numbersOnly: "Digits only",
  between: (min, max) => `From ${min} to ${max}`,
  atLeast: (min) => `${min} or more`,
  choose: "Choose",
  problems: {
    malformed: "This field cannot be read",
    required: "Please fill this in",
    "too-long": "This text is too long",
    "not-a-number": "Digits only",
    "out-of-range": "This number is out of range",
    unknown: "This is no longer part of the project",
    reversed: "The end must not be before the start",
    "does-not-add-up": "Men and women do not add up to the total",
    duplicate: "This file is already attached",
    "not-removable": "A report cannot be removed as a whole",
  },
};
