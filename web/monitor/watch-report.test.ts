import fc from 'fast-check';
import { expect, test } from 'vitest';
import { softphoneReportEvent } from '../../model/connect/softphone-report-event.ts';
import { callReport } from '../../model/messages/softphone-report.ts';
import { buildReportEvent } from '../../test/streams-events.ts';
import { recording } from './recordings.ts';
import { callReportOf } from './watch-report.ts';

const reportOf = (raw: unknown) => callReportOf(softphoneReportEvent.parse(raw).report);

test('of a recorded call: times, totals, versions; no failure, and nothing that was not measured', () => {
  const report = reportOf(recording('softphone-report'));
  expect(report).toMatchObject({
    callStartTime: '2026-11-21T12:54:05.591Z',
    talkingTimeMillis: 69_861,
    audioInput: { packetsLost: 171, packetsCount: 3263 },
    failures: [],
    rtcJsVersion: '1.3.2',
  });
  expect(report).not.toHaveProperty('cleanupTimeMillis');
});

test.each([
  ['ice', 'iceCollection'],
  ['handshake', 'handshaking'],
  ['microphone', 'gumOther'],
])('of a call that failed at %s: %s', (name, failure) => {
  expect(reportOf(recording(`softphone-report-failed-${name}`)).failures).toContain(failure);
});

test('what cannot be is absent', () => {
  const report = reportOf(
    buildReportEvent({ gumTimeMillis: -3, iceConnectionsLost: 1e12, callEndTime: null }),
  );
  for (const field of ['gumTimeMillis', 'iceConnectionsLost', 'callEndTime']) {
    expect(report).not.toHaveProperty(field);
  }
});

test('whatever a report says, the server takes what is made of it, and nothing else leaves', () => {
  const anything = fc.dictionary(
    fc.constantFrom(...Object.keys(buildReportEvent().report), 'secret'),
    fc.oneof(fc.double(), fc.boolean(), fc.string(), fc.date(), fc.constant(null), fc.array(fc.object())),
  );
  fc.assert(
    fc.property(anything, (odd) => {
      const report = JSON.parse(JSON.stringify(reportOf(buildReportEvent(odd))));
      expect(callReport.strict().safeParse(report).error).toBeUndefined();
    }),
  );
});
