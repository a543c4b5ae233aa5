import type { AgentSiteSettings } from '../../../model/settings/agent-site.ts';
import { outboxLimits, outboxNews, startSending } from '../../monitor/start-sending.ts';
import { systemClock } from '../../push/clock.ts';
import { joinGossip } from '../../push/gossip.ts';
import { lastingOutbox } from '../../push/lasting-outbox.ts';
import type { Letter } from '../../push/waiting.ts';

/**
 * Puts a message into the outbox that this page shares with the softphone's. Where agents sign in to send, only the softphone's
 * page has done so: it is the one that sends, now if it is open, or when it is opened.
 */
export async function handOver(site: AgentSiteSettings, letter: Letter): Promise<void> {
  const settings = { apiUrl: site.apiUrl, outboxDays: site.outboxDays ?? site.retentionDays };
  if (!site.agentSignInUrl) return startSending(settings, undefined, () => {}).put(letter);
  await lastingOutbox(outboxLimits(settings), systemClock).add(letter);
  const gossip = joinGossip(outboxNews, () => {});
  gossip.tell({ kind: 'new' });
  gossip.close();
}
