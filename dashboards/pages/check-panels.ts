import {
  checksFailed,
  checksLimited,
  checksRun,
  failedChecks,
  limitedChecks,
} from '../measures/preflights.ts';
import type { Panel } from '../panels/panel.ts';

/** The page's part about checks. */
export const checksSection = 'Before calls';
const section = checksSection;
const measures = [checksRun, checksFailed, checksLimited];

/** What the checks before the first call found. */
export const checkPanels: readonly Panel[] = [
  {
    id: 'checks',
    section,
    title: 'Checks in this period',
    means: 'Every figure beside the same one of the period before.',
    kind: 'figures',
    measures,
  },
  {
    id: 'checks-over-time',
    section,
    title: 'Checks over time',
    means: 'When checks failed or passed only with limits.',
    kind: 'overTime',
    measures: [failedChecks, limitedChecks],
  },
  {
    id: 'faults',
    section,
    title: 'What did not pass',
    means: 'By check and reason, failed or limited; a check run may have several.',
    kind: 'breakdown',
    by: 'fault',
    measures: [checksRun, checksFailed],
    orderBy: checksRun,
  },
  {
    id: 'check-groups',
    section,
    title: 'Checks by group',
    means: 'Where checks fail most.',
    kind: 'breakdown',
    by: 'chosen',
    measures,
    orderBy: checksFailed,
  },
];
