import { TriangleAlert } from "lucide";
import { ButtonLink } from "../components/button.tsx";
import { Notice } from "../components/notice.tsx";
import { t } from "../i18n/language.ts";
import type { AnswerProblem } from "./answer.ts";

/** Why an answer to a conflict or a held report was not taken, and the way on. */
export function AnswerNotice({ problem, form }: { problem: AnswerProblem; form: string }) {
  const { conflict, outbox, sync } = t();
  return (
    <div role="alert">
      {problem === "draft-exists" ? (
        <Notice
          tone="din"
          icon={TriangleAlert}
          title={conflict.draftExists}
          actions={<ButtonLink href={form}>{outbox.openForm}</ButtonLink>}
        >
          {conflict.draftExistsDetail}
        </Notice>
      ) : (
        <Notice tone="krang" icon={TriangleAlert} title={sync.failed}>
          {conflict.notKept[problem]}
        </Notice>
      )}
    </div>
  );
}
