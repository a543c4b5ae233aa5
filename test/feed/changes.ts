import { setTimeout as pause } from 'node:timers/promises';
import { type KinesisClient, PutRecordsCommand } from '@aws-sdk/client-kinesis';
import { buildAgentEvent, connectInstanceArn } from '../connect-builders.ts';

/** An agent's change of status, and when it happened. */
export type Change = {
  readonly agent: string;
  readonly name: string;
  readonly eventId: string;
  readonly at: number;
};

const statuses = ['Available', 'Lunch', 'Training', 'Offline'];
const batchMillis = 500;

/** The event by which Amazon Connect tells a change. */
function eventOf({ agent, name, eventId, at }: Change): object {
  return buildAgentEvent({
    EventId: eventId,
    EventTimestamp: new Date(at).toISOString(),
    AgentARN: `${connectInstanceArn}/agent/${agent}`,
    CurrentAgentSnapshot: {
      AgentStatus: { ARN: `${connectInstanceArn}/agent-state/${name}`, Name: name, Type: 'CUSTOM' },
      Configuration: { Username: agent, FirstName: 'Ana', LastName: 'Silva' },
      Contacts: [],
    },
  });
}

export type Play = {
  readonly kinesis: KinesisClient;
  readonly stream: string;
  readonly agents: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
};

/** Puts everybody's first status into the stream, and then as many changes a second as are asked for. */
export async function playChanges({
  kinesis,
  stream,
  agents,
  perSecond,
  seconds,
}: Play): Promise<readonly Change[]> {
  const changes: Change[] = [];
  const put = async (some: readonly string[]) => {
    const at = Date.now();
    const now = some.map((agent, i): Change => {
      const n = changes.length + i;
      return {
        agent,
        name: statuses[(n + Math.floor(n / agents.length)) % statuses.length] ?? '',
        eventId: `event-${n}`,
        at,
      };
    });
    changes.push(...now);
    for (let i = 0; i < now.length; i += 500) {
      const Records = now.slice(i, i + 500).map((its) => ({
        Data: new TextEncoder().encode(JSON.stringify(eventOf(its))),
        PartitionKey: its.agent,
      }));
      await kinesis.send(new PutRecordsCommand({ StreamName: stream, Records }));
    }
  };
  await put(agents);
  const each = Math.round((perSecond * batchMillis) / 1000);
  const start = Date.now();
  for (let batch = 0; batch * batchMillis < seconds * 1000; batch++) {
    // A stride that meets everybody, and nobody twice at once.
    await put(Array.from({ length: each }, (_, i) => agents[((batch * each + i) * 7) % agents.length] ?? ''));
    await pause(Math.max(0, start + (batch + 1) * batchMillis - Date.now()));
  }
  return changes;
}
