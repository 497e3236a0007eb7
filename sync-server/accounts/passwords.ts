import { hash, verify } from "@node-rs/argon2";

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** So that a crowd at the door cannot take all memory. */
const MAX_AT_ONCE = 4;

export type Passwords = {
  hash(password: string): Promise<string>;
  /** Takes the same time whether there is a hash to compare with or not. */
  verify(passwordHash: string | undefined, password: string): Promise<boolean>;
};

/** Argon2id, at most four at a time; whoever comes then waits their turn. */
export async function openPasswords(): Promise<Passwords> {
  const limit = createLimit(MAX_AT_ONCE);
  const hashOfNobody = await hash(crypto.randomUUID(), COST);
  return {
    hash: (password) => limit(() => hash(password, COST)),
    verify: async (passwordHash, password) => {
      const matches = await limit(() => verify(passwordHash ?? hashOfNobody, password));
      return passwordHash !== undefined && matches;
    },
  };
}

function createLimit(max: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= max) await new Promise<void>((resume) => waiting.push(resume));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place passes on without becoming free in between.
      if (next) next();
      else running -= 1;
    }
  };
}
