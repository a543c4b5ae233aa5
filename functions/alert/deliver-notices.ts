import type { Alert, Channel, Notice } from '../../model/alerts/alert.ts';
import { describeError } from '../edge/describe-error.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import { alertMessage } from './alert-message.ts';
import { dueNotices, tried, withNotice } from './notices.ts';
import type { Channels } from './open-channels.ts';

export type Delivering = {
  readonly channels: Channels;
  /** Of the managers' pages. */
  readonly siteUrl: string;
  readonly telemetry: Pick<Telemetry, 'warn'>;
  /** Epoch milliseconds after which nothing more is begun. */
  readonly deadline: number;
};

/**
 * Tells what is due of each alert, the oldest first. A channel that fails once is left alone until the next time, so
 * that one which is down does not hold up the other.
 *
 * @returns the alerts with what became of their notices
 */
export async function deliverNotices(
  alerts: readonly Alert[],
  now: Date,
  delivering: Delivering,
): Promise<readonly Alert[]> {
  const broken = new Set<Channel>();
  const told: Alert[] = [];
  for (const alert of alerts) {
    let current = alert;
    // Anew after each: that something was cleared may be told once that it was raised is.
    for (let due = nextOf(current, now, broken); due; due = nextOf(current, now, broken)) {
      if (Date.now() > delivering.deadline) break;
      const isDelivered = await deliver(current, due, delivering);
      if (!isDelivered) broken.add(due.channel);
      current = withNotice(current, tried(due, isDelivered, now));
    }
    told.push(current);
  }
  return told;
}

function nextOf(alert: Alert, now: Date, broken: ReadonlySet<Channel>): Notice | undefined {
  return dueNotices(alert, now).find(({ channel }) => !broken.has(channel));
}

async function deliver(
  alert: Alert,
  { event, channel, attempts }: Notice,
  { channels, siteUrl, telemetry }: Delivering,
): Promise<boolean> {
  const tell = channels[channel];
  if (!tell) return false;
  try {
    await tell(alertMessage(alert, event, siteUrl));
    return true;
  } catch (error) {
    telemetry.warn('an alert could not be told', {
      alert: alert.id,
      event,
      channel,
      attempts: attempts + 1,
      error: describeError(error),
    });
    return false;
  }
}
