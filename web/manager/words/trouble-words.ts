import type { ChannelTrouble, ChannelTroubleKind } from '../../../model/alerts/channel-trouble.ts';
import type { Concern } from './concern.ts';

const channelNames = { topic: 'The topic of alerts (mail)', webhook: 'The webhook' } as const;

const texts: Readonly<Record<ChannelTroubleKind, string>> = {
  webhookWithoutUrl: 'Alerts are not posted to the webhook: nobody has put its URL into its secret yet.',
  webhookWrongUrl: 'Alerts are not posted to the webhook: what its secret holds is no URL that may be used.',
  webhookUnreadable: 'Alerts are not posted to the webhook: its secret cannot be read.',
  alertsNotTaken: 'does not take alerts; they wait, and it is tried again.',
};

/** What keeps alerts from being told, as something that needs attention. */
export function concernOfTrouble({ channel, kind, untoldSince, reason }: ChannelTrouble): Concern {
  const text = kind === 'alertsNotTaken' ? `${channelNames[channel]} ${texts[kind]}` : texts[kind];
  return {
    key: `${channel}-${kind}`,
    isAlarm: false,
    text: reason ? `${text} Its last answer: ${reason}` : text,
    ...(untoldSince ? { since: untoldSince } : {}),
    section: kind,
  };
}
