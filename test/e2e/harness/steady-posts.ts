import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { buildCallReport, buildReport, buildStats, buildWindow } from '../../builders.ts';
import { instanceId } from './ingest.ts';
import type { Pipeline } from './pipeline.ts';

/** What became of some calls' messages. */
export type Sent = {
  /** Posts, repeats included. */
  posts: number;
  /** Answered with 202. */
  accepted: number;
  /** Of the posts that were not, by status and what was said; 0 is no answer. */
  readonly refused: Map<string, number>;
  /** Of the longest answer. */
  slowestMillis: number;
  /** Of calls whose messages were all accepted. */
  readonly contactIds: string[];
};

/** A call is three messages: twice two windows, and the report. */
export const perCall = { windows: 4 };

export type SteadyPosts = {
  readonly sent: Sent;
  /** Resolves when the last message is accepted. */
  readonly finish: () => Promise<void>;
};

/** Begins a call so many times a second; posts again, as a page would, what was not accepted. */
export function postSteadily({ post }: Pipeline, callsPerSecond: number): SteadyPosts {
  const sent: Sent = { posts: 0, accepted: 0, refused: new Map(), slowestMillis: 0, contactIds: [] };
  const calls: Promise<void>[] = [];
  let finishing = false;
  const insist = async (route: string, message: object) => {
    for (;;) {
      const start = performance.now();
      sent.posts++;
      const body = { ...message, sentAt: new Date().toISOString() };
      const { status, text } = await post(route, body).catch((error: unknown) => ({
        status: 0,
        text: String(error),
      }));
      sent.slowestMillis = Math.max(sent.slowestMillis, performance.now() - start);
      if (status === 202) break;
      const refusal = `${status} ${text.replace(/"requestId":"[^"]*"/, '')}`;
      sent.refused.set(refusal, (sent.refused.get(refusal) ?? 0) + 1);
      if (status >= 400 && status < 500) throw new Error(`A message was refused: ${refusal}`);
      await pause(500);
    }
    sent.accepted++;
  };
  const sendCall = async () => {
    const { contactId, messages } = callMessages();
    for (const { route, message } of messages) await insist(route, message);
    sent.contactIds.push(contactId);
  };
  const sending = (async () => {
    while (!finishing) {
      calls.push(sendCall());
      await pause(1000 / callsPerSecond);
    }
  })();
  return {
    sent,
    finish: async () => {
      finishing = true;
      await sending;
      await Promise.all(calls);
    },
  };
}

function callMessages() {
  const start = Date.now() - 300_000;
  const at = (second: number) => new Date(start + second * 1000).toISOString();
  const contactId = randomUUID();
  const common = { instanceId, agent: 'kevin.dizon', call: { contactId, startedAt: at(0) } };
  const stats = (second: number) => {
    const window = (streamType: 'audio_input' | 'audio_output') =>
      buildWindow({ streamType, startedAt: at(second) });
    const windows = [window('audio_input'), window('audio_output')];
    return { route: '/softphone-stats', message: buildStats({ ...common, windows }) };
  };
  const report = buildCallReport({ callStartTime: at(1), callEndTime: at(62) });
  return {
    contactId,
    messages: [
      stats(1),
      stats(31),
      { route: '/softphone-reports', message: buildReport({ ...common, report }) },
    ],
  };
}
