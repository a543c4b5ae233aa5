import { expect, test } from 'vitest';
import { streamWindowDocument } from '../model/documents/stream-window.ts';
import { apiMetrics } from '../model/messages/api-metrics.ts';
import { softphoneReport } from '../model/messages/softphone-report.ts';
import { softphoneStats } from '../model/messages/softphone-stats.ts';
import { buildApiMetrics, buildReport, buildStats, buildWindow } from './builders.ts';
import { buildCallDocument, buildWindowDocument } from './document-builders.ts';
import { buildStatsEvent } from './streams-events.ts';

test('what is built is what the schemas accept, and nothing they would drop', () => {
  expect(softphoneStats.parse(buildStats())).toEqual(buildStats());
  expect(softphoneReport.parse(buildReport())).toEqual(buildReport());
  expect(apiMetrics.parse(buildApiMetrics())).toEqual(buildApiMetrics());
  expect(streamWindowDocument.parse(buildWindowDocument())).toEqual(buildWindowDocument());
});

test('a path’s loss comes out as that loss, in both directions', () => {
  for (const streamType of ['audio_input', 'audio_output'] as const) {
    const document = buildWindowDocument(buildWindow({ streamType }, { lossPercent: 6 }));
    expect(document.packetsLostPercent).toBeCloseTo(6, 1);
    expect(document.rating).toBe('poor');
  }
});

test('a clean path is good, and a call without windows is unclassified', () => {
  expect(buildWindowDocument().rating).toBe('good');
  expect(buildCallDocument().rating).toBe('unclassified');
});

test('an event of Streams carries two entries a second', () => {
  expect(buildStatsEvent().stats).toHaveLength(58);
});
