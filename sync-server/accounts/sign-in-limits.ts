import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "../app-error.ts";

const WINDOW_S = 15 * 60;
/** Guesses at one person's password, from one tablet or one address. */
const PER_PERSON = 5;
/** Guesses from one address; an office behind one address signs in many people. */
const PER_ADDRESS = 100;

export type SignInAttempt = { usernameKey: string; deviceId: string; address: string };

export type SignInLimits = {
  /** Counts an attempt. @throws AppError 429 with the time to wait */
  count(attempt: SignInAttempt): Promise<void>;
  /** The attempt was right after all: it does not count. */
  forgive(attempt: SignInAttempt): Promise<void>;
};

export function createSignInLimits(): SignInLimits {
  const people = new RateLimiterMemory({ points: PER_PERSON, duration: WINDOW_S });
  const addresses = new RateLimiterMemory({ points: PER_ADDRESS, duration: WINDOW_S });
  const personKeys = ({ usernameKey, deviceId, address }: SignInAttempt) => [
    `device:${deviceId}:${usernameKey}`,
    `address:${address}:${usernameKey}`,
  ];
  return {
    count: async (attempt) => {
      try {
        await addresses.consume(attempt.address);
        for (const key of personKeys(attempt)) await people.consume(key);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const retryAfterS = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw new AppError(429, "too-many-requests", "Too many attempts to sign in", {
          retryAfterS,
        });
      }
    },
    forgive: async (attempt) => {
      await addresses.reward(attempt.address);
      for (const key of personKeys(attempt)) await people.delete(key);
    },
  };
}
