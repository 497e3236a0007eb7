import { useCallback, useEffect, useState } from "preact/hooks";
import { KeptReply, type KeptWork } from "../../shared/kept.ts";
import { useCurrentPerson } from "../current-person.ts";
import { useServices } from "../services.ts";

export type KeptView = {
  /** undefined: asked for; null: the server was not reached. */
  work: readonly KeptWork[] | null | undefined;
  reload(): Promise<void>;
};

/** What the server keeps for a decision; asked at each visit, never kept on this computer. */
export function useKept(): KeptView {
  const { transport } = useServices();
  const { id } = useCurrentPerson();
  const [work, setWork] = useState<KeptView["work"]>(undefined);
  const reload = useCallback(async () => {
    const reply = await transport.ask(`/api/kept?viewer=${id}`, KeptReply);
    setWork(reply.ok ? reply.value.kept : null);
  }, [transport, id]);
  useEffect(() => void reload(), [reload]);
  return { work, reload };
}
