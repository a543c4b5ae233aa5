import type { Counted, Health, WarningKind } from '../../../model/query/health.ts';
import type { Concern } from './concern.ts';
import { formatCount } from './format-figure.ts';
import { concernOfTrouble } from './trouble-words.ts';

const warnings: Readonly<Record<WarningKind, (count: number) => string>> = {
  openIngest: () => 'Ingest is open to anyone who knows its URL and the name of an agent.',
  usersNotSynced: () =>
    'No users of the instance are known, so messages under any agent’s name are accepted.',
  unknownAgents: (count) =>
    `${formatCount(count)} messages of the last day named an agent whom the instance does not have, and were rejected.`,
  recordsSetAside: (count) => `${formatCount(count)} records wait in the bucket of failed records.`,
};

/** Everything that needs attention: alarms first, the longest first. */
export function concernsOf(health: Pick<Health, 'alarms' | 'warnings' | 'alerting'>): Concern[] {
  const { alarms, warnings: its, alerting } = health;
  return [
    ...(alarms ?? []).map(({ name, description, since }) => ({
      key: name,
      isAlarm: true,
      text: description || name,
      since,
      section: sectionOfAlarm(name),
    })),
    ...its.map(({ kind, count = 0 }) => ({
      key: kind,
      isAlarm: false,
      text: warnings[kind](count),
      section: kind,
    })),
    ...(alerting?.troubles ?? []).map(concernOfTrouble),
  ];
}

/** Of the functions' alarms there are two for each function, and a section for each two. */
function sectionOfAlarm(name: string): string {
  const end = /-(errors|throttles)$/.exec(name)?.[1];
  return end ?? name;
}

/** The page's first line. */
export function healthHeadline(
  concerns: readonly Concern[],
  unknown: readonly string[],
): {
  readonly rating: 'good' | 'fair' | 'poor';
  readonly text: string;
} {
  const alarms = concerns.filter(({ isAlarm }) => isAlarm).length;
  if (alarms > 0)
    return { rating: 'poor', text: alarms === 1 ? '1 alarm is raised' : `${alarms} alarms are raised` };
  if (unknown.length > 0) return { rating: 'fair', text: 'Not everything could be found out' };
  const others = concerns.length;
  if (others > 0)
    return { rating: 'fair', text: `No alarm, ${others === 1 ? '1 warning' : `${others} warnings`}` };
  return { rating: 'good', text: 'Everything works' };
}

const parts: Readonly<Record<Exclude<keyof Health, 'at' | 'warnings' | 'collect'>, string>> = {
  alarms: 'the alarms',
  queue: 'the queue',
  failedRecords: 'the failed records',
  messages: 'what became of messages',
  agents: 'the agents online',
  alerting: 'whether alerts can be told',
  data: 'the newest data',
  search: 'the search service',
  metrics: 'what is polled of Amazon Connect',
};

/** The parts that could not be found out, in words. */
export function unknownParts(health: Health): string[] {
  return (Object.keys(parts) as (keyof typeof parts)[])
    .filter((part) => health[part] === null)
    .map((part) => parts[part]);
}

const reasons: Readonly<Record<string, string>> = {
  invalid: 'not what the route takes',
  forbidden: 'not theirs to do',
  forbiddenOrigin: 'from a page of another origin',
  unknownAgent: 'unknown agent',
  forgedAgent: 'in another agent’s name',
  notFound: 'no such thing',
  conflict: 'changed meanwhile',
  tooLarge: 'too large',
  notJson: 'not JSON',
  newerPage: 'from a newer page than the functions know',
  unavailable: 'search service and queue out of reach',
  internal: 'a fault of the function',
};

/** By what something was counted, in words; one that is not known yet as it is. */
export function countedBy({ route, kind, reason }: Counted): string {
  const what = route ?? kind;
  const why = reason === undefined ? undefined : (reasons[reason] ?? reason);
  return [what, why].filter((part) => part !== undefined).join(': ');
}
