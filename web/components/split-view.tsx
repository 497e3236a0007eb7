import type { ComponentChildren } from "preact";

type SplitViewProps = {
  /** Above the list, in view while it scrolls: title, search, filters. */
  head: ComponentChildren;
  list: ComponentChildren;
  /** Below the list, always in view: the pager. */
  foot?: ComponentChildren;
  /** What is chosen. Narrow screens show it instead of the list, so hand it over only when chosen. */
  detail?: ComponentChildren;
  /** 480 px for projects, 360 px for areas. */
  width?: "wide" | "narrow";
};

/** A list beside its detail from 1024 px; below that one of the two. Fills the shell's content. */
export function SplitView({ head, list, foot, detail, width = "wide" }: SplitViewProps) {
  return (
    <div class={`split split-${width} ${detail ? "split-chosen" : ""}`}>
      <div class="split-list">
        <div class="split-head">{head}</div>
        <div class="split-rows">{list}</div>
        {foot && <div class="split-foot">{foot}</div>}
      </div>
      <div class="split-detail">{detail}</div>
    </div>
  );
}
