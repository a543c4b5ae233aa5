import { widestFirst } from '../../dashboards/alerts/widths.ts';
import {
  type Alert,
  type AlertEvent,
  alertEvents,
  type Channel,
  channels,
  type Notice,
} from '../../model/alerts/alert.ts';
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

/** Amazon SNS takes 256 KiB, in which the JSON, up to five kilobytes of an alert, stands once for each kind of program. */
const mostTogether = 10;

/**
 * Tells what is due, all that one look has raised in one message for each channel, and what is over in another. A channel
 * that fails once is left alone until the next time, so that one which is down does not hold up the other.
 *
 * @returns the alerts with what became of their notices, and the channels that failed with what they answered
 */
export async function deliverNotices(
  alerts: readonly Alert[],
  now: Date,
  delivering: Delivering,
): Promise<Delivered> {
  const failures = new Map<Channel, string>();
  let told = alerts;
  for (const channel of channels) {
    // That something is over may be told once that it was raised is.
    for (const event of alertEvents) {
      for (let due = dueOn(channel, event, told, now); isSome(due); due = dueOn(channel, event, told, now)) {
        if (failures.has(channel) || Date.now() > delivering.deadline) break;
        const failure = await deliver(due, { ...delivering, channel, event });
        if (failure !== undefined) failures.set(channel, failure);
        told = withTried(told, due, failure === undefined, now);
      }
    }
  }
  return { alerts: told, failures };
}

type Due = { readonly alert: Alert; readonly notice: Notice };

/** What goes into the next message. Of more than go together the widest come first. */
function dueOn(channel: Channel, event: AlertEvent, alerts: readonly Alert[], now: Date): readonly Due[] {
  const due = widestFirst(alerts).flatMap((alert) =>
    dueNotices(alert, now)
      .filter((its) => its.channel === channel && its.event === event)
      .map((notice) => ({ alert, notice })),
  );
  return due.slice(0, mostTogether);
}

function isSome(due: readonly Due[]): due is readonly [Due, ...Due[]] {
  return due.length > 0;
}

function withTried(
  alerts: readonly Alert[],
  due: readonly Due[],
  isDelivered: boolean,
  now: Date,
): readonly Alert[] {
  return alerts.map((alert) => {
    const its = due.find((one) => one.alert.id === alert.id);
    return its ? withNotice(alert, tried(its.notice, isDelivered, now)) : alert;
  });
}

type One = Delivering & { readonly channel: Channel; readonly event: AlertEvent };

/** Gives what kept it from being told: empty where that is not to be said. */
async function deliver(
  [first, ...others]: readonly [Due, ...Due[]],
  { channel, event, channels: open, siteUrl, telemetry }: One,
): Promise<string | undefined> {
  const tell = open[channel];
  if (!tell) return '';
  try {
    await tell(alertMessage([first.alert, ...others.map(({ alert }) => alert)], event, siteUrl));
    return undefined;
  } catch (error) {
    telemetry.warn('alerts could not be told', {
      alerts: [first, ...others].map(({ alert }) => alert.id),
      event,
      channel,
      attempts: first.notice.attempts + 1,
      error: describeError(error),
    });
    // Only of our own errors is it known that they quote nothing secret.
    return error instanceof KnownError ? error.message : '';
  }
}
