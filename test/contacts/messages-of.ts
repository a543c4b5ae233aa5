import type { SoftphoneStats } from '../../model/messages/softphone-stats.ts';
import { buildCall, buildCallReport, buildReport, buildStats, buildWindow } from '../builders.ts';
import { instanceId, type Ring, ringSeconds, type Story, type Thing, talkOf } from './story.ts';
import { uuidOf } from './uuid-of.ts';

const iso = (at: number) => new Date(at).toISOString();
export const windowSeconds = 30;

/** What the pages of the agents at whom a contact rings tell of it. */
export function messagesOf(story: Story): Thing[] {
  const missed = story.missedBy.filter(({ hasPage }) => hasPage).flatMap((ring) => missedCall(story, ring));
  const { answeredBy } = story;
  return answeredBy?.hasPage ? [...missed, ...answeredCall(story, answeredBy)] : missed;
}

function missedCall(story: Story, ring: Ring): Thing[] {
  const gaveUp = ring.at + 1000 * ringSeconds.missed;
  return [
    happened(story, ring, [
      { type: 'rung', at: iso(ring.at) },
      { type: 'missed', at: iso(gaveUp) },
    ]),
  ];
}

function answeredCall(story: Story, ring: Ring): Thing[] {
  const { from, to } = talkOf(story);
  const { lossPercent, talkSeconds } = story;
  const windows = Array.from({ length: talkSeconds / windowSeconds }, (_, i): Thing => {
    const startedAt = iso(from + 1000 * windowSeconds * i);
    const at = from + 1000 * windowSeconds * (i + 1);
    const message = buildStats({
      ...whose(story, ring),
      windows: [
        buildWindow({ streamType: 'audio_input', startedAt }, { lossPercent }),
        buildWindow({ streamType: 'audio_output', startedAt }),
      ],
      sentAt: iso(at),
    });
    return { source: 'softphone-stats', at, message };
  });
  const report = buildCallReport({
    callStartTime: iso(from),
    callEndTime: iso(to),
    talkingTimeMillis: 1000 * talkSeconds,
  });
  return [
    happened(story, ring, [
      { type: 'rung', at: iso(ring.at) },
      { type: 'connected', at: iso(from) },
    ]),
    ...windows,
    happened(story, ring, [{ type: 'ended', at: iso(to) }]),
    {
      source: 'softphone-reports',
      at: to + 500,
      message: buildReport({ ...whose(story, ring), report, sentAt: iso(to + 500) }),
    },
  ];
}

function happened(story: Story, ring: Ring, events: SoftphoneStats['events']): Thing {
  const at = Math.max(...events.map((event) => Date.parse(event.at)));
  const message = buildStats({ ...whose(story, ring), windows: [], events, sentAt: iso(at) });
  return { source: 'softphone-stats', at, message };
}

function whose({ contactId, queue }: Story, { agent, at }: Ring) {
  const clientId = uuidOf('page', agent);
  return {
    instanceId,
    agent,
    clientId,
    call: buildCall({ contactId, startedAt: iso(at), queue: { name: queue, arn: `arn:queue/${queue}` } }),
  };
}
