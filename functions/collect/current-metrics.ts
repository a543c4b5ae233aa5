import { setTimeout as pause } from 'node:timers/promises';
import type { MetricPoll } from '../../model/documents/metric-poll.ts';
import { directHandler } from '../edge/direct.ts';
import { deployedPoller } from './deployed-poller.ts';
import { pollCurrent } from './poll-current.ts';

const { polling, say } = deployedPoller();

/** Runs every minute, for a minute, on a schedule that is off unless current metrics are polled. */
export const handler = directHandler(polling.telemetry, async (): Promise<MetricPoll | undefined> => {
  const poll = await pollCurrent({ ...polling, pause });
  say(poll);
  return poll;
});
