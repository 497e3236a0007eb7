import { useState } from "preact/hooks";
import type { KeptWork } from "../../shared/kept.ts";
import { Receipt } from "../../shared/push.ts";
import { useCurrentPerson } from "../current-person.ts";
import { keptWords } from "../i18n/kept-words.ts";
import { t } from "../i18n/language.ts";
import { useServices } from "../services.ts";
import type { TransportError } from "../sync/transport-error.ts";

/** One question to the server; asked again because the answer was lost, it is the same one. */
type Attempt = { mutationId: string; said: string };

function attemptAt(body: unknown, before: Attempt | undefined): Attempt {
  const said = JSON.stringify(body);
  return before?.said === said ? before : { mutationId: crypto.randomUUID(), said };
}

/** The two decisions about held work (K2), each said once it is the server's. */
export function useDecide({ hash }: KeptWork, onDecided: (said: string) => void) {
  const { transport, sync } = useServices();
  const { id } = useCurrentPerson();
  const [problem, setProblem] = useState<string>();
  const [attempt, setAttempt] = useState<Attempt>();
  const words = keptWords();
  const url = (action: string) => `/api/kept/${hash}/${action}?viewer=${id}`;

  return {
    problem,
    release: async (body: unknown) => {
      const next = attemptAt(body, attempt);
      setAttempt(next);
      const { mutationId } = next;
      const reply = await transport.ask(url("releases"), Receipt, { mutationId, body });
      if (!reply.ok) {
        setProblem(problemWords(reply.error));
        return;
      }
      sync.wake();
      const refused = refusalOf(reply.value);
      setProblem(refused);
      if (refused === undefined) onDecided(words.released);
      else setAttempt(undefined);
    },
    answer: async (note: string) => {
      const sent = await transport.tell(url("answers"), "POST", { note });
      setProblem(sent.ok ? undefined : problemWords(sent.error));
      if (sent.ok) onDecided(words.answered);
    },
  };
}

function refusalOf(receipt: Receipt): string | undefined {
  const words = keptWords();
  switch (receipt.outcome) {
    case "accepted":
    case "merged":
      return undefined;
    case "held":
      return words.stillHeld(t().errors.held[receipt.reason]);
    case "conflict":
      return words.stillConflict;
    case "waiting":
      return words.stillWaiting;
  }
}

function problemWords(error: TransportError): string {
  const words = keptWords();
  return error.kind === "rejected" && error.status === 404 ? words.gone : words.failed;
}
