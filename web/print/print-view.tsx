import { ArrowLeft, Printer } from "lucide";
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { t } from "../i18n/language.ts";
import { paperWords } from "../i18n/paper-words.ts";
import { useServices } from "../services.ts";
import { checkNumber } from "./check-number.ts";
import { Paper } from "./paper.tsx";
import { longMoment } from "./paper-head.tsx";
import type { PrintedPhoto, PrintedReport } from "./printed-report.ts";
import "../styles/paper.css";

type PrintViewProps = {
  report: PrintedReport;
  backHref: string;
  picture: (photo: PrintedPhoto, alt: string) => ComponentChildren;
};

/** The paper as it will be printed, with the way to print it; needs no network. */
export function PrintView({ report, backHref, picture }: PrintViewProps) {
  const { now } = useServices();
  const [check, setCheck] = useState("");
  const [isPreparing, setPreparing] = useState(false);
  const words = paperWords();
  useEffect(() => {
    void checkNumber(report).then(setCheck);
  }, [report]);
  usePageMargins({
    foot: words.printed(longMoment(now())),
    mark: report.standing.kind === "received" ? "" : words.draft,
    page: words.page,
  });
  useWindowTitle(
    [words.version(report.standing.version), report.assignment.project.code].join(" "),
  );
  const print = async () => {
    setPreparing(true);
    await pictures();
    setPreparing(false);
    window.print();
  };
  return (
    <div class="print-view">
      <header class="print-bar">
        <a class="btn btn-icon" href={backHref} aria-label={t().actions.back}>
          <Icon node={ArrowLeft} size={22} />
        </a>
        <b class="flex-1 max-sm:sr-only">{words.preview}</b>
        <Button kind="primary" icon={Printer} disabled={isPreparing} onClick={() => void print()}>
          {isPreparing ? words.preparing : words.print}
        </Button>
      </header>
      <main id="content" tabIndex={-1}>
        <Paper report={report} check={check} picture={picture} />
      </main>
    </div>
  );
}

/** Resolves when every picture is there or known not to come, and the typeface of the paper is. */
async function pictures(): Promise<void> {
  const decoded = Array.from(document.images, (image) => image.decode().catch(() => undefined));
  await Promise.all([...decoded, document.fonts.ready]);
}

/** What stands in the margins of every page: paper.css reads it from the root. */
function usePageMargins(texts: Record<"foot" | "mark" | "page", string>): void {
  const { foot, mark, page } = texts;
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const margins = Object.entries({ foot, mark, page });
    for (const [name, text] of margins) style.setProperty(`--paper-${name}`, JSON.stringify(text));
    return () => {
      for (const [name] of margins) style.removeProperty(`--paper-${name}`);
    };
  }, [foot, mark, page]);
}

/** The title is the name that a saved PDF is offered under. */
function useWindowTitle(title: string): void {
  useLayoutEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
