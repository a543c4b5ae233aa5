import { expect, test } from 'vitest';
import { agentRows } from './agent-file.ts';
import { readAgentReport } from './agent-report.ts';
import { compareAgents } from './compare-agents.ts';

const header = 'Agent,StartInterval,EndInterval,Agent idle time,Non-Productive Time,Online time,Occupancy';
const at = (text: string) => Date.parse(text);

test('a report is read, whatever else is in it, in seconds or as clocks have it', () => {
  const text = [
    header,
    'Ana.Silva,2026-03-29T10:00:00Z,2026-03-29T10:30:00Z,600,301,1800,61%',
    '"bo.li",2026-03-29T12:30:00+02:00,2026-03-29T13:00:00+02:00,0:10:00,,0:29:59,',
  ].join('\r\n');
  expect(readAgentReport(text, 'UTC')).toEqual([
    {
      agent: 'ana.silva',
      from: at('2026-03-29T10:00:00Z'),
      onlineSeconds: 1800,
      nonProductiveSeconds: 301,
      idleSeconds: 600,
    },
    {
      agent: 'bo.li',
      from: at('2026-03-29T10:30:00Z'),
      onlineSeconds: 1799,
      nonProductiveSeconds: 0,
      idleSeconds: 600,
    },
  ]);
});

test('a time that says no offset is the zone’s', () => {
  const text = `${header}\nana,2026-03-29 12:00,2026-03-29 12:30,1,2,3,`;
  expect(readAgentReport(text, 'Europe/Berlin')).toMatchObject([{ from: at('2026-03-29T10:00:00Z') }]);
});

test.each([
  ['another report', 'Queue,StartInterval,EndInterval\nBilling,2026-03-29T10:00:00Z,2026-03-29T10:30:00Z'],
  ['a whole day', `${header}\nana,2026-03-29T00:00:00Z,2026-03-30T00:00:00Z,1,2,3,`],
  ['half a line', `${header}\nana,2026-03-29T10:00:00Z`],
  ['more seconds than there are', `${header}\nana,2026-03-29T10:00:00Z,2026-03-29T10:30:00Z,1,2,1801,`],
  ['no number', `${header}\nana,2026-03-29T10:00:00Z,2026-03-29T10:30:00Z,1,2,long,`],
  ['half a file', `${header}\n"ana,2026-03-29T10:00:00Z`],
  ['nothing', ''],
])('%s is no report of agents by half hours', (_, text) => {
  expect(readAgentReport(text, 'UTC')).toBeUndefined();
});

const hour = { from: at('2026-03-29T10:00:00Z'), to: at('2026-03-29T11:00:00Z') };
const available = (agent: string, time: string) => ({
  '@timestamp': time,
  eventId: `${agent}/${time}`,
  eventType: 'STATE_CHANGE',
  agent,
  state: { name: 'Available', type: 'ROUTABLE' },
});
const reported = [
  { agent: 'ana', from: hour.from, onlineSeconds: 601, nonProductiveSeconds: 0, idleSeconds: 601 },
  { agent: 'carl', from: hour.from, onlineSeconds: 0, nonProductiveSeconds: 0, idleSeconds: 0 },
];
const events = [
  available('ana', '2026-03-29T10:00:00Z'),
  available('bo', '2026-03-29T10:10:00Z'),
  available('carl', '2026-03-29T10:16:00Z'),
  available('ana', '2026-03-29T10:30:00Z'),
];

test('a report holds for its half hours and agents, and events for all others', () => {
  const rows = agentRows(events, hour, { zone: 'UTC' }, reported);
  expect(rows.map(([, utc, ...cells]) => [utc, ...cells.slice(0, 5)])).toEqual([
    ['2026-03-29T10:00:00Z', 'ana', 301, 0, 301, 301],
    ['2026-03-29T10:00:00Z', 'bo', 300, 0, 300, 300],
    ['2026-03-29T10:15:00Z', 'ana', 300, 0, 300, 300],
    ['2026-03-29T10:30:00Z', 'ana', 300, 0, 300, 300],
  ]);
});

test('where both tell of a half hour, each figure that differs by more than both may be cut by is listed', () => {
  const heard = [
    { agent: 'ana', from: hour.from, onlineSeconds: 300, nonProductiveSeconds: 0, idleSeconds: 300 },
    {
      agent: 'ana',
      from: hour.from + 900_000,
      onlineSeconds: 301,
      nonProductiveSeconds: 6,
      idleSeconds: 295,
    },
    { agent: 'bo', from: hour.from, onlineSeconds: 300, nonProductiveSeconds: 0, idleSeconds: 3 },
    { agent: 'bo', from: hour.from + 1_800_000, onlineSeconds: 900, nonProductiveSeconds: 0, idleSeconds: 0 },
  ];
  const from = '2026-03-29T10:00:00.000Z';
  expect(compareAgents(reported, heard, hour)).toEqual([
    { agent: 'ana', from, figure: 'nonProductiveSeconds', reportSeconds: 0, eventsSeconds: 6 },
    { agent: 'ana', from, figure: 'idleSeconds', reportSeconds: 601, eventsSeconds: 595 },
    { agent: 'bo', from, figure: 'onlineSeconds', eventsSeconds: 300 },
  ]);
  expect(compareAgents(reported, heard, { from: hour.from, to: hour.from + 900_000 })).toEqual([]);
});
