import type { Alert, Channel, Notice } from '../../model/alerts/alert.ts';
import { describeError } from '../edge/describe-error.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import { KnownError } from '../errors.ts';
import { alertMessage } from './alert-message.ts';
import type { Failures } from './channel-troubles.ts';
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

export type Delivered = { readonly alerts: readonly Alert[]; readonly failures: Failures };

/**
 * Tells what is due of each alert, the oldest first. A channel that fails once is left alone until the next time, so
 * that one which is down does not hold up the other.
 *
 * @returns the alerts with what became of their notices, and the channels that failed with what they answered
 */
export async function deliverNotices(
  alerts: readonly Alert[],
  now: Date,
  delivering: Delivering,
): Promise<Delivered> {
  const broken = new Map<Channel, string>();
  const told: Alert[] = [];
  for (const alert of alerts) {
    let current = alert;
    // Anew after each: that something was cleared may be told once that it was raised is.
    for (let due = nextOf(current, now, broken); due; due = nextOf(current, now, broken)) {
      if (Date.now() > delivering.deadline) break;
      const failure = await deliver(current, due, delivering);
      if (failure !== undefined) broken.set(due.channel, failure);
      current = withNotice(current, tried(due, failure === undefined, now));
    }
    told.push(current);
  }
  return { alerts: told, failures: broken };
}

function nextOf(alert: Alert, now: Date, broken: Failures): Notice | undefined {
  return dueNotices(alert, now).find(({ channel }) => !broken.has(channel));
}

/** Gives what kept it from being told: empty where that is not to be said. */
async function deliver(
  alert: Alert,
  { event, channel, attempts }: Notice,
  { channels, siteUrl, telemetry }: Delivering,
): Promise<string | undefined> {
  const tell = channels[channel];
  if (!tell) return '';
  try {
    await tell(alertMessage(alert, event, siteUrl));
    return undefined;
  } catch (error) {
    telemetry.warn('an alert could not be told', {
      alert: alert.id,
      event,
      channel,
      attempts: attempts + 1,
      error: describeError(error),
    });
    // Only of our own errors is it known that they quote nothing secret.
    return error instanceof KnownError ? error.message : '';
  }
}
