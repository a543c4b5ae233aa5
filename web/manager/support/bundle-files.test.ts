import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { parseCsv } from '../../../model/csv/parse-csv.ts';
import { makeCall } from '../../../model/documents/call.ts';
import { defaultLimits } from '../../../model/quality/limits.ts';
import { callDetail, callWindow } from '../../../model/query/call.ts';
import { type SupportBundle, supportBundle } from '../../../model/query/support-bundle.ts';
import { buildCallReport, buildWindow } from '../../../test/builders.ts';
import { buildCallDocument, buildWindowDocument } from '../../../test/document-builders.ts';
import { bundleFiles } from './bundle-files.ts';
import { zipFiles } from './zip-files.ts';

const now = new Date('2026-03-04T11:00:00.000Z');
const at = (second: string) => `2026-03-04T10:00:${second}.000Z`;

function bundle(change: Partial<SupportBundle> = {}): SupportBundle {
  const parts = buildCallDocument({
    report: buildCallReport(),
    events: [
      { type: 'connected', at: at('00') },
      { type: 'ended', at: at('40') },
    ],
    problem: {
      symptoms: [{ symptom: 'oneWay', at: at('45') }],
      words: { at: at('50'), text: 'She heard me' },
    },
    warnings: [{ kind: 'nothingArrives', change: 'shown', at: at('02') }],
  }).parts;
  const windows = [buildWindow(), buildWindow({ streamType: 'audio_output' })];
  return supportBundle.parse({
    call: callDetail.parse(makeCall(parts, defaultLimits)),
    windows: windows.map((window) => callWindow.parse(buildWindowDocument(window))),
    windowsCut: false,
    report: buildCallReport(),
    apiFailures: [{ name: 'acceptContact', at: at('01'), failure: 'fault', httpStatus: 500 }],
    agents: ['ana.silva'],
    limits: defaultLimits,
    region: 'eu-west-2',
    log: [{ at: at('02'), level: 'WARN', layer: 'SharedWorker', text: 'No packets' }],
    preflight: {
      startedAt: '2026-03-04T08:00:00.000Z',
      trigger: 'signIn',
      outcome: 'limited',
      checks: [{ check: 'turnUdp', outcome: 'failed', reason: 'blocked' }],
    },
    ...change,
  });
}
const saidOf = (summary: string | undefined, name: string) =>
  new RegExp(`^${name}: +(.*)$`, 'm').exec(summary ?? '')?.[1];

test('the summary answers what Amazon support asks for first', () => {
  const { 'summary.txt': summary } = bundleFiles(bundle(), now);
  const { call } = bundle();
  expect(saidOf(summary, 'Contact id')).toBe(call.contactId);
  expect(saidOf(summary, 'Instance id')).toBe(call.instanceId);
  // By the queue's ARN, whatever the deployment says.
  expect(saidOf(summary, 'Region')).toBe('eu-central-1');
  expect(saidOf(summary, 'Agent \\(user name\\)')).toBe('ana.silva');
  expect(saidOf(summary, 'connected')).toBe(at('00'));
  expect(saidOf(summary, 'Symptoms that the agent reported')).toBe('oneWay');
  expect(saidOf(summary, 'In the agent’s words')).toBe('She heard me');
  expect(saidOf(summary, 'The agent was warned of')).toBe(`nothingArrives (${at('02')})`);
  expect(saidOf(summary, 'Set-up failures')).toBe('none');
  expect(saidOf(summary, 'Browser')).toBe('Chrome 142.0.0.0');
  expect(saidOf(summary, 'turnUdp')).toBe('failed: blocked');
  expect(saidOf(summary, 'Private address')).toBe('not known');
  expect(summary).not.toMatch(/undefined|NaN|\[object/);
});

test('what is not there is left out, and the summary says why', () => {
  const files = bundleFiles(bundle({ report: null, preflight: null, log: [] }), now);
  expect(Object.keys(files)).toEqual(['summary.txt', 'timeline.csv', 'problem-and-warnings.json']);
  for (const name of ['report.json', 'preflight.json', 'ccp-log.txt']) {
    expect(saidOf(files['summary.txt'], name)).toMatch(/^left out: /);
  }
  expect(saidOf(files['summary.txt'], 'Set-up failures')).toBe('not known: no report came');
});

test('the timeline has a row for each second, in UTC, with both directions and what happened', () => {
  const { 'timeline.csv': csv = '' } = bundleFiles(bundle(), now);
  const [head = [], ...rows] = parseCsv(csv) ?? [];
  expect(head.slice(0, 3)).toEqual(['timeUtc', 'toAgent.packetsLost', 'toAgent.packetsCount']);
  const row = (second: string) => rows.find(([time]) => time === at(second)) ?? [];
  const cell = (second: string, name: string) => row(second)[head.indexOf(name)];
  const { samples } = buildWindowDocument();
  expect(cell('01', 'toAgent.packetsCount')).toBe(String(samples.packetsCount[1]));
  expect(cell('01', 'fromAgent.packetsCount')).not.toBe('');
  expect(cell('01', 'what')).toBe('acceptContact fault 500');
  expect(cell('02', 'what')).toBe('warning nothingArrives shown');
  expect(cell('45', 'what')).toBe('agent reported oneWay');
  expect(cell('45', 'toAgent.packetsCount')).toBe('');
  expect(rows.map(([time]) => time)).toEqual(rows.map(([time]) => time).sort());
});

test('the log is written as Streams writes it', () => {
  expect(bundleFiles(bundle(), now)['ccp-log.txt']).toBe(`[${at('02')}] [WARN] [worker]: No packets\n`);
});

test('one archive has all of them as they are', async () => {
  const files = bundleFiles(bundle(), now);
  expect(Object.keys(files).sort()).toEqual([
    'ccp-log.txt',
    'preflight.json',
    'problem-and-warnings.json',
    'report.json',
    'summary.txt',
    'timeline.csv',
  ]);
  const zip = zipFiles(files, now);
  const unzipped = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  const texts = Object.entries(unzipped).map(([name, bytes]) => [name, strFromU8(bytes)]);
  // Reading leaves out the mark by which a spreadsheet knows the encoding.
  expect(Object.fromEntries(texts)).toEqual({ ...files, 'timeline.csv': files['timeline.csv']?.slice(1) });
  expect(JSON.parse(files['report.json'] ?? '')).toEqual(buildCallReport());
});
