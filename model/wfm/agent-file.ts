import type { Cell } from '../csv/csv.ts';
import type { AgentChange } from '../documents/contact-states.ts';
import type { WfmSettings } from '../settings/wfm.ts';
import type { AgentFigures, AgentStretch } from './agent-figures.ts';
import { type AgentSpan, agentSpans } from './agent-spans.ts';
import { groupBy } from './group-by.ts';
import { intervalCells, intervalHeader, intervalMillis, type Stretch, startOfInterval } from './interval.ts';
import { splitHalfHour } from './split-half-hour.ts';

const notAvailable = () => undefined;

/** Teleopti WFM, "Amazon Connect Integration Requirements" 1.0, 4.3.3. */
const columns: readonly (readonly [name: string, of: (figures: AgentFigures) => Cell])[] = [
  ['tot_work_dur', (its) => its.onlineSeconds],
  ['pause_dur', (its) => its.nonProductiveSeconds],
  ['avail_dur', (its) => its.onlineSeconds - its.nonProductiveSeconds],
  ['wait_dur', (its) => its.idleSeconds],
  ['admin_dur', notAvailable],
  ['direct_out_call_cnt', notAvailable],
  ['direct_out_call_dur', notAvailable],
  ['direct_in_call_cnt', notAvailable],
  ['direct_in_call_dur', notAvailable],
];

export const agentHeader = [...intervalHeader, 'agent_username', ...columns.map(([name]) => name)];

/**
 * Agent performance statistics: a row for each interval and agent who was online in it.
 *
 * @param reported half hours of which Amazon Connect's report tells: it holds, and events only where it says nothing
 */
export function agentRows(
  events: readonly AgentChange[],
  stretch: Stretch,
  { zone }: Pick<WfmSettings, 'zone'>,
  reported: readonly AgentStretch[] = [],
): Cell[][] {
  const fromReport = reported.flatMap((its) => splitHalfHour(its));
  const told = new Set(fromReport.map(placeOf));
  const quarters = [
    ...fromReport,
    ...agentQuarters(events, stretch).filter((its) => !told.has(placeOf(its))),
  ];
  const online = quarters.filter(
    ({ from, onlineSeconds }) => onlineSeconds > 0 && from >= stretch.from && from < stretch.to,
  );
  const inOrder = groupBy(online, ({ agent, from }) => [new Date(from).toISOString(), agent]).flat();
  return inOrder.map((its) => [
    ...intervalCells(its.from, zone),
    its.agent,
    ...columns.map(([, of]) => of(its)),
  ]);
}

/** What agents' events say of each interval and agent online in it; what crosses intervals is split where they begin. */
export function agentQuarters(events: readonly AgentChange[], stretch: Stretch): readonly AgentStretch[] {
  const parts = agentSpans(events).flatMap((span) => partsOf(span, stretch));
  const groups = groupBy(parts, ({ agent, from }) => [new Date(startOfInterval(from)).toISOString(), agent]);
  return groups.map((its) => ({
    agent: its[0]?.agent ?? '',
    from: startOfInterval(its[0]?.from ?? 0),
    onlineSeconds: seconds(its),
    nonProductiveSeconds: seconds(its.filter(({ isCustom }) => isCustom)),
    idleSeconds: seconds(its.filter(({ isIdle }) => isIdle)),
  }));
}

const placeOf = ({ agent, from }: AgentStretch) => `${from} ${agent}`;
const seconds = (spans: readonly AgentSpan[]) =>
  spans.reduce((sum, { from, to }) => sum + (to - from) / 1000, 0);

/** A span within a stretch, cut where intervals begin. */
function partsOf(span: AgentSpan, { from, to }: Stretch): AgentSpan[] {
  const end = Math.min(span.to, to);
  const parts: AgentSpan[] = [];
  for (let at = Math.max(span.from, from); at < end; ) {
    const next = Math.min(startOfInterval(at) + intervalMillis, end);
    parts.push({ ...span, from: at, to: next });
    at = next;
  }
  return parts;
}
