import { ChevronLeft, ChevronRight } from "lucide";
import { t } from "../i18n/language.ts";
import { Button, IconButton } from "./button.tsx";

type PagerProps = {
  page: number;
  pages: number;
  onPage: (page: number) => void;
  /** Before the page: "39 โครงการ". */
  note?: string;
};

/** Page numbers beside the current one; the first and the last are always there. */
export function shownPages(page: number, pages: number): (number | "gap")[] {
  const near = Array.from({ length: pages }, (_, at) => at + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= 1,
  );
  return near.flatMap((number, at) => {
    const before = near[at - 1] ?? number - 1;
    return number - before > 1 ? (["gap", number] as const) : [number];
  });
}

/** "หน้า: 1 / 2", the pages and ถัดไป, as the manual has them (R22). */
export function Pager({ page, pages, onPage, note }: PagerProps) {
  const { list, actions } = t();
  return (
    <nav class="pager" aria-label={list.pages}>
      <span class="text-ink2" role="status">
        {note && <span class="pager-note">{note} · </span>}
        {list.page(page, pages)}
      </span>
      <span class="flex flex-wrap items-center gap-2">
        <IconButton
          icon={ChevronLeft}
          label={actions.previous}
          disabled={page <= 1}
          onClick={() => onPage(page - 1)}
        />
        <span class="page-numbers">
          {shownPages(page, pages).map((shown, at) =>
            shown === "gap" ? (
              <span key={`gap${at}`}>…</span>
            ) : (
              <button
                key={shown}
                type="button"
                class="page-number"
                aria-current={shown === page ? "page" : undefined}
                aria-label={list.goToPage(shown)}
                onClick={() => onPage(shown)}
              >
                {shown}
              </button>
            ),
          )}
        </span>
        <Button
          trailingIcon={ChevronRight}
          disabled={page >= pages}
          onClick={() => onPage(page + 1)}
        >
          {actions.next}
        </Button>
      </span>
    </nav>
  );
}
