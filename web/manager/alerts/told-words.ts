import type { Alert, Channel, Notice } from '../../../model/alerts/alert.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';

const time = makeTimeFormat(viewerZone);

const channelNames: Readonly<Record<Channel, string>> = { topic: 'Mail', webhook: 'Webhook' };

/** What became of an alert's notices, a line for each channel. */
export function toldWords({ notices }: Pick<Alert, 'notices'>): string[] {
  if (notices.length === 0) return ['No one yet'];
  return (['topic', 'webhook'] as const).flatMap((channel) => {
    const its = notices.filter((notice) => notice.channel === channel);
    return its.length > 0 ? [`${channelNames[channel]}: ${its.map(noticeWords).join(', ')}`] : [];
  });
}

function noticeWords({ event, status, attempts, at, notBefore }: Notice): string {
  switch (status) {
    case 'delivered':
      return `${event} ${time.time(at)}`;
    case 'dropped':
      return attempts > 0 ? `${event} given up` : `${event} not told (quiet hours)`;
    case 'waiting':
      if (attempts === 0) return `${event} waits for the end of quiet hours`;
      return `${event} tried ${attempts === 1 ? 'once' : `${attempts} times`}${notBefore ? `, again ${time.time(notBefore)}` : ''}`;
  }
}
