import type { ComponentChildren } from "preact";

export type TabItem<V extends string> = {
  value: V;
  label: string;
  /** Behind the label, not bold: how complete the part is. */
  note?: string;
};

type TabBarProps<V extends string> = {
  label: string;
  /** Ids of the tabs and panels are made from it; unique on the page. */
  name: string;
  tabs: readonly TabItem<V>[];
  selected: V;
  onSelect: (value: V) => void;
};

/** Tabs of which one panel shows. One stop for Tab; arrows, Home and End move and select. */
export function TabBar<V extends string>(props: TabBarProps<V>) {
  const { label, name, tabs, selected, onSelect } = props;
  const selectAt = (at: number) => {
    const tab = tabs[(at + tabs.length) % tabs.length];
    if (!tab) return;
    onSelect(tab.value);
    document.getElementById(tabId(name, tab.value))?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.value === selected);
    const target = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    selectAt(target);
  };
  return (
    <div class="tab-bar" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          id={tabId(name, tab.value)}
          class="tab"
          role="tab"
          aria-selected={tab.value === selected}
          aria-controls={tab.value === selected ? panelId(name, tab.value) : undefined}
          tabIndex={tab.value === selected ? 0 : -1}
          onClick={() => onSelect(tab.value)}
        >
          <b>{tab.label}</b>
          {tab.note && ` ${tab.note}`}
        </button>
      ))}
    </div>
  );
}

type TabPanelProps = { name: string; value: string; children: ComponentChildren };

/** What the selected tab of the bar of the same `name` shows. */
export function TabPanel({ name, value, children }: TabPanelProps) {
  return (
    <div id={panelId(name, value)} role="tabpanel" aria-labelledby={tabId(name, value)}>
      {children}
    </div>
  );
}

const tabId = (name: string, value: string) => `${name}-tab-${value}`;
const panelId = (name: string, value: string) => `${name}-panel-${value}`;
