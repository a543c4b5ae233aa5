import type { ReactNode } from 'react';
import type { Panel as PanelDefinition } from '../../../dashboards/panels/panel.ts';
import type { PanelAnswer } from '../../../model/query/page.ts';
import { Panel } from '../layout/Panel.tsx';
import { Failed, Loading } from '../layout/State.tsx';
import type { Around } from './around.ts';
import { Breakdown } from './Breakdown.tsx';
import { Contacts } from './Contacts.tsx';
import { Distribution } from './Distribution.tsx';
import { Figures } from './Figures.tsx';
import { HeatMap } from './HeatMap.tsx';
import { OverTime } from './OverTime.tsx';
import { Waterfall } from './Waterfall.tsx';
import { isWaterfall } from './waterfall-stages.ts';

type Props = {
  readonly panel: PanelDefinition;
  readonly answer: PanelAnswer | undefined;
  /** Asks again, where the answer did not come. */
  readonly onRetry: () => void;
  readonly around: Around;
  readonly chooser: ReactNode;
  /** Whether another answer is on its way: what this one lacks may come with it. */
  readonly isLoading: boolean;
};

/** A panel, drawn as its answer's kind is. */
export function AnyPanel({ panel, answer, around, chooser, onRetry, isLoading }: Props) {
  if (panel.kind === 'figures' && answer?.kind === 'figures' && isWaterfall(panel))
    return <Waterfall {...{ panel, answer, around }} />;
  if (panel.kind === 'figures' && answer?.kind === 'figures')
    return <Figures {...{ panel, answer, around }} />;
  if (panel.kind === 'overTime' && answer?.kind === 'overTime')
    return <OverTime {...{ panel, answer, around }} />;
  if (panel.kind === 'breakdown' && answer?.kind === 'breakdown')
    return <Breakdown {...{ panel, answer, around, chooser }} />;
  if (panel.kind === 'distribution' && answer?.kind === 'distribution')
    return <Distribution {...{ panel, answer, around }} />;
  if (panel.kind === 'contacts' && answer?.kind === 'contacts')
    return <Contacts {...{ panel, answer, around }} />;
  if (panel.kind === 'heatMap' && answer?.kind === 'heatMap')
    return <HeatMap {...{ panel, answer, around }} />;
  return (
    <Panel id={panel.id} isWide={around.wide.has(panel.id)} title={panel.title} note={panel.means}>
      <NoAnswer failure={around.failed[panel.id]} {...{ panel, onRetry, isLoading }} />
    </Panel>
  );
}

type NoAnswerProps = Pick<Props, 'panel' | 'onRetry' | 'isLoading'> & {
  readonly failure: string | undefined;
};

/** Why a panel has nothing to draw. */
function NoAnswer({ panel, failure, onRetry, isLoading }: NoAnswerProps) {
  if (failure !== undefined)
    return <Failed what={panel.title} error={new Error(failure)} onRetry={onRetry} />;
  if (isLoading) return <Loading what="the figures" />;
  return (
    <p className="quiet">Not answered: this page and the API are of different versions. Reload the page.</p>
  );
}
