import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { functionRights } from './function-rights.ts';
import { type RecordingAws, startRecordingAws } from './recording-aws.ts';
import { useAlert, useAlertPages } from './use-alerts.ts';
import { useAgentEvents, useBackfill, useContactFlowLogs, useContactRecords } from './use-collectors.ts';
import { useSendWfm } from './use-delivery.ts';
import { useAgentStates, useRealTime, useSink } from './use-feeds.ts';
import {
  useApiMetrics,
  useDeadLetters,
  useQueuedMessages,
  useReplay,
  useSoftphoneReports,
  useSoftphoneStats,
} from './use-ingest.ts';
import { useJoin } from './use-join.ts';
import { useJudge } from './use-judge.ts';
import { useCurrentMetrics, useHistoricalMetrics } from './use-metrics.ts';
import {
  useErase,
  useHealth,
  useOpenApi,
  useQuery,
  useRetention,
  useRollUp,
  useSelfTest,
  useSetup,
  useUsers,
  useWatch,
  useWfmFiles,
} from './use-others.ts';
import { useReconcile } from './use-reconcile.ts';

/**
 * The deployed functions run here, in all that they do, against a recording AWS. The local stack would not notice a
 * right that is missing, nor one too many: its emulator lets everybody do everything.
 */
// What the functions say of themselves, of what goes wrong on purpose too.
vi.spyOn(process.stdout, 'write').mockReturnValue(true);
for (const say of ['info', 'warn', 'error'] as const) vi.spyOn(console, say).mockReturnValue();
afterEach(() => vi.unstubAllEnvs());

/** Uses each function so that it asks all that it ever asks. */
const uses: Readonly<Record<string, (aws: RecordingAws) => Promise<void>>> = {
  'alert/alert': useAlert,
  'alert/alert-pages': useAlertPages,
  'collect/agent-events': useAgentEvents,
  'collect/backfill': useBackfill,
  'collect/contact-flow-logs': useContactFlowLogs,
  'collect/contact-records': useContactRecords,
  'collect/current-metrics': useCurrentMetrics,
  'collect/historical-metrics': useHistoricalMetrics,
  'collect/users': useUsers,
  'deliver/send-wfm': useSendWfm,
  'deliver/wfm-files': useWfmFiles,
  'erase/erase': useErase,
  'feed/agent-states': useAgentStates,
  'feed/real-time': useRealTime,
  'health/health': useHealth,
  'ingest/api-metrics': useApiMetrics,
  'ingest/dead-letters': useDeadLetters,
  'ingest/queued-messages': useQueuedMessages,
  'ingest/softphone-reports': useSoftphoneReports,
  'ingest/softphone-stats': useSoftphoneStats,
  'join/join': useJoin,
  'judge/judge': useJudge,
  'openapi/openapi': useOpenApi,
  'query/query': useQuery,
  'reconcile/reconcile': useReconcile,
  'replay/replay': useReplay,
  'roll-up/roll-up': useRollUp,
  'setup/retention': useRetention,
  'setup/search': useSetup,
  'setup/self-test': useSelfTest,
  'sink/sink': useSink,
  'watch/watch': useWatch,
};

test('every function that is deployed is here', () => {
  const service = readFileSync(join(import.meta.dirname, '..', '..', 'serverless.yml'), 'utf8');
  const deployed = [...service.matchAll(/handler: functions\/(\S+)\.handler/g)].map(([, name]) => name);
  expect(Object.keys(uses).sort()).toEqual(deployed.sort());
  expect(Object.keys(functionRights).sort()).toEqual(deployed.sort());
});

test.for(Object.entries(uses))(
  '%s asks what it has the right to, and uses every right',
  async ([name, use]) => {
    const aws = await startRecordingAws();
    await use(aws);
    const rights = functionRights[name] ?? [];
    const matches = (right: string, needed: string) => pattern(right).test(needed);
    const needed = aws.rights();
    expect({
      missing: needed.filter((one) => !rights.some((right) => matches(right, one))),
      needless: rights.filter((right) => !needed.some((one) => matches(right, one))),
    }).toEqual({ missing: [], needless: [] });
  },
);

/** Of a right with `*` for any text. */
function pattern(right: string): RegExp {
  const literal = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${right.split('*').map(literal).join('.*')}$`);
}
