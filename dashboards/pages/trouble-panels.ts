import { troubles, troublesByKind } from '../measures/readiness.ts';
import type { Panel } from '../panels/panel.ts';

const section = 'Between calls';

/** What kept signed-in agents from the next call. */
export const troublePanels: readonly Panel[] = [
  {
    id: 'troubles',
    section,
    title: 'What kept agents from the next call',
    means: 'How often each began while an agent was signed in and in no call.',
    kind: 'figures',
    measures: [troubles, ...troublesByKind],
  },
  {
    id: 'troubles-over-time',
    section,
    title: 'Troubles over time',
    means: 'A line for each that there was most of.',
    kind: 'overTime',
    measures: [troubles],
    split: 'trouble',
  },
  {
    id: 'trouble-groups',
    section,
    title: 'Troubles by group',
    means: 'Where they are, and which.',
    kind: 'breakdown',
    by: 'chosen',
    measures: [troubles, ...troublesByKind],
    orderBy: troubles,
  },
];
