import type { CloudWatchLogsEvent, Context } from 'aws-lambda';
import { directHandler } from '../edge/direct.ts';
import { readLogLines } from '../edge/log-subscription.ts';
import { flowLogCleaner } from './clean-flow-log.ts';
import { collectRecords } from './collect-records.ts';
import { deployedCollector } from './deployed-collector.ts';
import { flowLogSource } from './flow-log-source.ts';

/** What must be left of the function's time at the deadline. */
const spareMillis = 5000;

const { config, deps } = deployedCollector();
const clean = flowLogCleaner(config.collect);

/** Stores the lines of flow logs that CloudWatch Logs delivers. What it throws, Lambda tries twice more. */
export const handler = directHandler(
  deps.telemetry,
  async (event: CloudWatchLogsEvent, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> => {
    if (!config.collect.flowLogs.collect) return;
    const deadline = Date.now() + context.getRemainingTimeInMillis() - spareMillis;
    await collectRecords(flowLogSource, clean, readLogLines(event), deps, deadline);
  },
);
