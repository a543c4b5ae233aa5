import { parseCsv } from '../csv/parse-csv.ts';
import { fromWallClock } from '../query/zone.ts';
import { type AgentStretch, agentFigureNames } from './agent-figures.ts';
import { intervalMillis } from './interval.ts';

/** What Amazon Connect calls the columns, in any letters and with or without blanks. */
const columns = {
  agent: ['agent', 'agentname', 'agentusername', 'username'],
  from: ['startinterval', 'startintervaltime', 'intervalstart'],
  to: ['endinterval', 'endintervaltime', 'intervalend'],
  onlineSeconds: ['onlinetime'],
  nonProductiveSeconds: ['nonproductivetime'],
  idleSeconds: ['agentidletime'],
} as const;
type Column = keyof typeof columns;

export const halfHourMillis = 2 * intervalMillis;

/**
 * What a report of agents' performance says of each agent and half hour: a CSV of Amazon Connect's scheduled historical
 * metrics, grouped by agent, with intervals of 30 minutes and the metrics *Online time*, *Non-Productive Time* and *Agent idle
 * time*. Undefined of any other file, and of one of which a line cannot be read: half of a report is none.
 *
 * Source: Amazon Connect Administrator Guide, "Historical metrics definitions": durations are `hh:mm:ss`; in some reports
 * they are seconds.
 *
 * @param zone whose clocks the report's times are that do not say how far they are off UTC
 */
export function readAgentReport(text: string, zone: string): readonly AgentStretch[] | undefined {
  const [header, ...rows] = parseCsv(text) ?? [];
  const at = header && placesOf(header);
  if (!at) return undefined;
  const read = rows.map((row) => readRow((column) => (row[at[column]] ?? '').trim(), zone));
  return read.every((its) => its !== undefined) ? read : undefined;
}

function placesOf(header: readonly string[]): Readonly<Record<Column, number>> | undefined {
  const names = header.map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  const places = Object.entries(columns).map(([column, known]) => [
    column,
    names.findIndex((name) => (known as readonly string[]).includes(name)),
  ]);
  if (places.some(([, place]) => place === -1)) return undefined;
  return Object.fromEntries(places) as Record<Column, number>;
}

function readRow(cell: (column: Column) => string, zone: string): AgentStretch | undefined {
  const [from, to] = [timeOf(cell('from'), zone), timeOf(cell('to'), zone)];
  const figures = agentFigureNames.map((name) => [name, secondsOf(cell(name))] as const);
  const agent = cell('agent').toLowerCase();
  if (agent === '' || from === undefined || to === undefined || to - from !== halfHourMillis)
    return undefined;
  // What fits into no half hour is no figure of one.
  const most = halfHourMillis / 1000;
  if (from % intervalMillis !== 0 || figures.some(([, its]) => its === undefined || its > most))
    return undefined;
  return {
    agent,
    from,
    ...(Object.fromEntries(figures) as Pick<AgentStretch, (typeof agentFigureNames)[number]>),
  };
}

function timeOf(text: string, zone: string): number | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/.exec(text);
  if (!parts) return undefined;
  const [, date = '', minutes = '', seconds = ':00', offset] = parts;
  const at = Date.parse(`${date}T${minutes}${seconds}${offset ?? 'Z'}`);
  if (Number.isNaN(at)) return undefined;
  return offset === undefined ? fromWallClock(zone, at) : at;
}

/** Nothing said is nothing done, as Amazon Connect has it in these reports. */
function secondsOf(text: string): number | undefined {
  if (text === '') return 0;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.round(Number(text));
  const [, hours, minutes, seconds] = /^(\d+):([0-5]\d):([0-5]\d)$/.exec(text) ?? [];
  return seconds === undefined ? undefined : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
