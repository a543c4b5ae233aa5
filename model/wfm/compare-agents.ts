import { type AgentStretch, agentFigureNames } from './agent-figures.ts';
import { halfHourMillis } from './agent-report.ts';
import { groupBy } from './group-by.ts';
import { intervalMillis, type Stretch } from './interval.ts';

/** So many seconds Amazon Connect's report and agents' events may differ: both cut to whole seconds, each status by itself. */
const toleratedSeconds = 5;

/** A figure of which the report and the events say different things; absent of an agent of whom one says nothing. */
type AgentDifference = {
  readonly agent: string;
  /** When the half hour begins, in ISO 8601. */
  readonly from: string;
  readonly figure: (typeof agentFigureNames)[number];
  readonly reportSeconds?: number;
  readonly eventsSeconds?: number;
};

/**
 * Compares what reports and events say, for the whole half hours of a stretch of which there are reports. Pure.
 *
 * @param reported half hours
 * @param heard quarters
 */
export function compareAgents(
  reported: readonly AgentStretch[],
  heard: readonly AgentStretch[],
  { from, to }: Stretch,
): readonly AgentDifference[] {
  const halfHours = reported.filter((its) => its.from >= from && its.from + halfHourMillis <= to);
  // A zone's half hours may begin with any quarter of UTC's.
  const halfOf = new Map(
    halfHours.flatMap((its) => [its.from, its.from + intervalMillis].map((at) => [at, its.from] as const)),
  );
  const halves = heard.flatMap((its) => {
    const half = halfOf.get(its.from);
    return half === undefined ? [] : [{ ...its, from: half }];
  });
  const all = [
    ...halfHours.map((its) => ({ ...its, source: 'reportSeconds' as const })),
    ...halves.map((its) => ({ ...its, source: 'eventsSeconds' as const })),
  ];
  return groupBy(all, (its) => [new Date(its.from).toISOString(), its.agent]).flatMap(differencesIn);
}

type Told = AgentStretch & { readonly source: 'reportSeconds' | 'eventsSeconds' };

/** Of one agent and half hour. */
function differencesIn(its: readonly Told[]): readonly AgentDifference[] {
  const [{ agent, from } = { agent: '', from: 0 }] = its;
  return agentFigureNames.flatMap((figure) => {
    const secondsBy = (source: Told['source']) => {
      const told = its.filter((one) => one.source === source);
      return told.length === 0 ? undefined : told.reduce((sum, one) => sum + one[figure], 0);
    };
    const [reportSeconds, eventsSeconds] = [secondsBy('reportSeconds'), secondsBy('eventsSeconds')];
    if (Math.abs((reportSeconds ?? 0) - (eventsSeconds ?? 0)) <= toleratedSeconds) return [];
    return [
      {
        agent,
        from: new Date(from).toISOString(),
        figure,
        ...(reportSeconds === undefined ? {} : { reportSeconds }),
        ...(eventsSeconds === undefined ? {} : { eventsSeconds }),
      },
    ];
  });
}
