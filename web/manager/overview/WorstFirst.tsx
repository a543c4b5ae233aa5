import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { judgeFigure } from '../../../dashboards/judge-figure.ts';
import { poorCalls } from '../../../dashboards/measures/calls.ts';
import { notKnown } from '../../../model/query/dimension.ts';
import type { Breakdown, Group } from '../../../model/query/overview.ts';
import { HeatStrip } from '../charts/HeatStrip.tsx';
import { DownloadPanel } from '../download/DownloadPanel.tsx';
import { Panel } from '../layout/Panel.tsx';
import { mostOf } from '../panels/breakdown-rows.ts';
import { TooFewNote } from '../panels/TooFewNote.tsx';
import { useView } from '../state/use-view.ts';
import { isNarrowedTo, narrowTo, widen } from '../state/view.ts';
import { tableOfBreakdown } from '../tables/table-of-panel.ts';
import { formatCount, formatFigure } from '../words/format-figure.ts';
import { useSplitNames } from '../words/split-names.ts';
import { valueName } from '../words/value-name.ts';
import { cellsOf } from './cells.ts';
import type { ShownOverview } from './shown-overview.ts';
import { worstFirst } from './worst-first.ts';

const shownAtFirst = 8;

/** Where poor calls are: per dimension its values, the worst first, each with when. */
export function WorstFirst({ overview }: { readonly overview: ShownOverview }) {
  const shown = overview.breakdowns.filter(({ groups }) => groups.length > 0);
  return (
    <div className="breakdowns">
      {shown.map((breakdown) => (
        <BreakdownPanel key={breakdown.dimension} breakdown={breakdown} overview={overview} />
      ))}
    </div>
  );
}

type PanelProps = { readonly breakdown: Breakdown; readonly overview: ShownOverview };

function BreakdownPanel({ breakdown, overview }: PanelProps) {
  const [isOpen, setOpen] = useState(false);
  const groups = worstFirst(breakdown.groups);
  const worst = Math.max(
    10,
    mostOf(
      poorCalls,
      groups.map(({ figures }) => ({ now: figures })),
    ),
  );
  const shown = isOpen ? groups : groups.slice(0, shownAtFirst);
  const splitNames = useSplitNames();
  const names = splitNames[breakdown.dimension];
  const table = tableOfBreakdown(
    { measures: [poorCalls], orderBy: poorCalls },
    {
      by: breakdown.dimension,
      groups: groups.map(({ key, figures }) => ({ key, now: figures, before: null })),
    },
    overview.limits,
    splitNames,
  );
  return (
    <Panel
      title={names.many}
      note="Share of poor calls, and when"
      actions={
        <DownloadPanel title={`Poor calls by ${names.one.toLowerCase()}`} about={overview} table={table} />
      }
    >
      <ul className="bars">
        {shown.map((group) => (
          <BarRow key={group.key ?? ''} {...{ group, breakdown, overview, worst }} />
        ))}
      </ul>
      {groups.length > shownAtFirst && (
        <Button variant="inline-link" ariaExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Show fewer' : `Show all ${groups.length}`}
        </Button>
      )}
      <TooFewNote
        measure={poorCalls}
        counts={shown.map(({ figures }) => figures[poorCalls.id]?.restsOn ?? 0)}
      />
      {breakdown.more && <p className="note">Those with the most poor calls; there are more.</p>}
    </Panel>
  );
}

type RowProps = PanelProps & { readonly group: Group; readonly worst: number };

/** One value: a click narrows everything to it, another click takes that back. */
function BarRow({ group, breakdown, overview, worst }: RowProps) {
  const [view, setView] = useView();
  const { dimension } = breakdown;
  const value = group.key ?? notKnown;
  const isChosen = isNarrowedTo(view.chosen, dimension, value);
  const figure = group.figures[poorCalls.id];
  const rating = judgeFigure(poorCalls, figure, overview.limits);
  const chosen = isChosen ? widen(view.chosen, dimension) : narrowTo(view.chosen, dimension, value);
  const name = valueName(dimension, group.key);
  return (
    <li>
      <button
        type="button"
        className="bar-row"
        aria-pressed={isChosen}
        onClick={() => setView({ ...view, chosen })}
      >
        <span className="name">{name}</span>
        <span className={`share ${rating}`}>{formatFigure(poorCalls, figure)}</span>
        <span className="count">of {formatCount(figure?.restsOn ?? 0)}</span>
        <span className="bar" aria-hidden="true">
          <i
            className={rating}
            style={{ width: `${Math.min(100, (100 * (figure?.value ?? 0)) / worst)}%` }}
          />
        </span>
        <HeatStrip
          cells={cellsOf(poorCalls, group.poorCalls, overview.groupTimes, overview.limits)}
          label={`When calls of ${name} were poor`}
        />
      </button>
    </li>
  );
}
