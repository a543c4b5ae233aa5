import * as z from 'zod';
import { channels } from './alert.ts';

/** Why nobody is told on a channel; each has a section in docs/operate.md. */
export const channelTroubleKinds = [
  'webhookWithoutUrl',
  'webhookWrongUrl',
  'webhookUnreadable',
  'alertsNotTaken',
] as const;
export type ChannelTroubleKind = (typeof channelTroubleKinds)[number];

/** What keeps a channel from telling alerts, as the last look found it. */
export const channelTrouble = z.object({
  channel: z.enum(channels),
  kind: z.enum(channelTroubleKinds),
  /** Since when something has been waiting that could not be told; absent while nothing has. */
  untoldSince: z.iso.datetime().optional(),
  /** What the channel answered, where that may be said. */
  reason: z.string().optional(),
});
export type ChannelTrouble = z.infer<typeof channelTrouble>;
