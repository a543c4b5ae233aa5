import { streamHandler } from '../edge/stream.ts';
import { agentEventSource } from './agent-event-source.ts';
import { agentEventCleaner } from './clean-agent-event.ts';
import { collectRecords } from './collect-records.ts';
import { deployedCollector } from './deployed-collector.ts';

const { config, deps } = deployedCollector();
const clean = agentEventCleaner(config.collect);

/** Stores the agents' events of the stream that Amazon Connect fills, and what each agent does now. */
export const handler = streamHandler(deps.telemetry, async (records, deadline) => {
  if (!config.collect.agentEvents.collect) return;
  await collectRecords(agentEventSource, clean, records, deps, deadline);
});
