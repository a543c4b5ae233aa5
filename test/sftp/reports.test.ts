import { expect, test } from 'vitest';
import { goldenDay, goldenEvents, goldenRecords, goldenSettings } from '../wfm/golden-day.ts';
import { startDelivery } from './delivery-stand.ts';
import { end, goldenDelivery, notes } from './golden-delivery.ts';

const reportHeader = 'Agent,StartInterval,EndInterval,Online time,Non-Productive Time,Agent idle time';
/** Of two agents in the golden day's hour before the clocks change; of one the events say something else. */
const report = [
  reportHeader,
  'Ana.Silva,2026-03-29T00:30:00Z,2026-03-29T01:00:00Z,301,0,299',
  'Zoe.Ng,2026-03-29T00:30:00Z,2026-03-29T01:00:00Z,1800,600,1201',
  '',
].join('\n');

test('a report is passed on as it is, holds for its half hours, and is compared with the events', async () => {
  const stand = await goldenDelivery();
  await stand.collect(goldenRecords, goldenEvents);
  await stand.run();
  await stand.bucket.put('reports/2026/03/30/Agents-2026-03-29T01:00:00Z.csv', report);
  stand.uploads.splice(0);
  expect(await stand.run()).toMatchObject({ left: 0, reasons: [] });
  const file = 'agent-performance-20260329T000000Z.csv';
  expect(stand.uploads).toEqual(['Agents-2026-03-29T01-00-00Z.csv', file]);
  const files = await stand.host.files();
  expect(files['Agents-2026-03-29T01-00-00Z.csv']).toBe(report);
  // 00:45 in UTC is 01:45 in Berlin; ana.silva was online in that quarter alone, and the report cannot know.
  expect(files[file]?.split('\r\n').slice(1)).toEqual([
    '"2026-03-29T01:30:00+01:00","2026-03-29T00:30:00Z","ana.silva",151,0,151,150,,,,,',
    '"2026-03-29T01:30:00+01:00","2026-03-29T00:30:00Z","zoe.ng",900,300,600,601,,,,,',
    '"2026-03-29T01:45:00+01:00","2026-03-29T00:45:00Z","ana.silva",150,0,150,149,,,,,',
    '"2026-03-29T01:45:00+01:00","2026-03-29T00:45:00Z","zoe.ng",900,300,600,600,,,,,',
    '',
  ]);
  const differences = stand.bucket.text(`compared/${goldenDay}/${file}.json`);
  expect(JSON.parse(differences)).toMatchObject({
    halfHours: 2,
    differences: [
      { agent: 'zoe.ng', figure: 'onlineSeconds', reportSeconds: 1800 },
      { agent: 'zoe.ng', figure: 'nonProductiveSeconds', reportSeconds: 600 },
      { agent: 'zoe.ng', figure: 'idleSeconds', reportSeconds: 1201 },
    ],
  });
  expect(stand.counted).toContainEqual({ metric: 'WfmAgentDifferences', count: 3, dimensions: {} });
  expect((await notes(stand, '2026-03-30')).find(({ kind }) => kind === 'agent-report')).toMatchObject({
    rows: 2,
  });

  // A record that comes late has the hour made again: what the report said still holds.
  const late = { ...goldenRecords[2], LastUpdateTimestamp: '2026-03-30T12:02:00Z', DisconnectReason: 'API' };
  await stand.collect([late], []);
  await stand.run();
  expect((await stand.host.files())[file]).toBe(files[file]);
});

test('a report that is none of agents by half hours is passed on, and of those that are the newest holds', async () => {
  const stand = await startDelivery(end, { ...goldenSettings, outputs: { contacts: false } });
  await stand.bucket.put('reports/queues.csv', 'Queue,Contacts\nBilling,7\n');
  const row = (online: number) =>
    `${reportHeader}\nana,2026-03-29T00:00:00Z,2026-03-29T00:30:00Z,${online},0,0\n`;
  await stand.bucket.put('reports/b.csv', row(100));
  stand.clock.now += 1000;
  await stand.bucket.put('reports/a.csv', row(200));
  expect(await stand.run()).toMatchObject({ left: 0, reasons: [] });
  const files = await stand.host.files();
  expect(files['queues.csv']).toBe('Queue,Contacts\nBilling,7\n');
  expect(files['agent-performance-20260329T000000Z.csv']).toContain('"ana",100,0,100,0');
});

test('reports are neither passed on nor made into files where neither is chosen', async () => {
  const outputs = { agentPerformance: false, agentReports: false };
  const stand = await startDelivery(end, { ...goldenSettings, outputs });
  await stand.bucket.put('reports/agents.csv', report);
  expect(await stand.run()).toMatchObject({ left: 0, reasons: [] });
  const kinds = Object.keys(await stand.host.files()).filter((name) => name.startsWith('agent'));
  expect(kinds.every((name) => name.startsWith('agent-queue-statistics'))).toBe(true);
});
