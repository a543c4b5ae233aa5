import SegmentedControl from '@cloudscape-design/components/segmented-control';
import Select from '@cloudscape-design/components/select';
import { type ReactNode, useMemo } from 'react';
import type { Page } from '../../../dashboards/panels/panel.ts';
import type { Split } from '../../../model/query/split.ts';
import { Failed, Loading } from '../layout/State.tsx';
import { useTitle } from '../layout/use-title.ts';
import { ViewControls } from '../layout/ViewControls.tsx';
import { usePage } from '../queries/use-page.ts';
import { useParameter, useView } from '../state/use-view.ts';
import { useSplitNames } from '../words/split-names.ts';
import { AnyPanel } from './AnyPanel.tsx';
import { PageTitle } from './PageTitle.tsx';
import { widePanels } from './wide-panels.ts';

type Props = {
  readonly page: Page;
  /** What stands before the panels, of something else than the range. */
  readonly lead?: ReactNode;
};

/** A page that is made of panels; `dashboards/pages` says of which. */
export function PanelPage({ page, lead }: Props) {
  const [view] = useView();
  const [wanted, setBy] = useParameter('by');
  const by = page.by.find((split) => split === wanted) ?? page.by[0];
  const [wantedSection, setSection] = useParameter('section');
  const sections = [...new Set(page.panels.flatMap(({ section }) => section ?? []))];
  const section = sections.find((name) => name === wantedSection) ?? sections[0];
  const panels = page.panels.filter((panel) => panel.section === section);
  const { data, dataUpdatedAt, error, isPending, isPlaceholderData, refetch } = usePage(view, {
    page: page.id,
    by,
    // All, unless the page shows only a part of them.
    panels: sections.length > 1 ? panels.map(({ id }) => id) : [],
  });
  const around = useMemo(
    () =>
      data && {
        ...data.answer,
        view: data.view,
        wide: widePanels(page.panels.filter((panel) => panel.section === section)),
      },
    [data, page, section],
  );
  useTitle(page.title);
  return (
    <div className="page" aria-busy={isPlaceholderData}>
      <ViewControls />
      <PageTitle page={page} data={data} at={dataUpdatedAt} isLoading={isPlaceholderData} />
      {section && sections.length > 1 && (
        <Sections title={page.title} sections={sections} section={section} onChoose={setSection} />
      )}
      {lead && <div className="lead">{lead}</div>}
      {error && <Failed what="this page" error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading what="the figures" />}
      {data && around && (
        <div className={isPlaceholderData ? 'panel-grid outdated' : 'panel-grid'}>
          {panels.map((panel) => (
            <AnyPanel
              key={panel.id}
              panel={panel}
              answer={data.answer.panels[panel.id]}
              around={around}
              onRetry={() => void refetch()}
              isLoading={isPlaceholderData}
              chooser={<Chooser title={panel.title} splits={page.by} by={by} onChoose={setBy} />}
            />
          ))}
        </div>
      )}
    </div>
  );
}

type ChooserProps = {
  readonly title: string;
  readonly splits: readonly Split[];
  readonly by: Split;
  readonly onChoose: (split: string | null) => void;
};

function Chooser({ title, splits, by, onChoose }: ChooserProps) {
  const names = useSplitNames();
  const options = splits.map((split) => ({
    value: split,
    label: `by ${names[split].one.toLowerCase()}`,
  }));
  return (
    <Select
      selectedOption={options.find(({ value }) => value === by) ?? null}
      options={options}
      onChange={({ detail }) => onChoose(detail.selectedOption.value ?? null)}
      ariaLabel={`${title}: split by`}
    />
  );
}

type SectionsProps = {
  readonly title: string;
  readonly sections: readonly string[];
  readonly section: string;
  readonly onChoose: (section: string) => void;
};

/** A page of many panels shows one section of them at a time. */
function Sections({ title, sections, section, onChoose }: SectionsProps) {
  return (
    <div className="sections">
      <SegmentedControl
        label={`${title}: which part`}
        options={sections.map((name) => ({ id: name, text: name }))}
        selectedId={section}
        onChange={({ detail }) => onChoose(detail.selectedId)}
      />
    </div>
  );
}
