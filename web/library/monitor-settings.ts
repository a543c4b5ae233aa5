import * as z from 'zod/mini';
import { defaultLimits, type Limits, type QualityLimits } from '../../model/quality/limits.ts';
import type { MonitorSettings } from '../monitor/start-monitor.ts';
import { faultsOf } from './faults-of.ts';
import type { QualityMonitorOptions } from './quality-monitor.ts';
import { tokenAuthorization } from './token-authorization.ts';

declare const __PAGE_VERSION__: string;

const usualOutboxDays = 14;

const positive = z.optional(z.number('Give a number above 0.').check(z.gt(0, 'Give a number above 0.')));
const callback = z.optional(
  z.custom<(...args: never[]) => unknown>((given) => typeof given === 'function', 'Give a function.'),
);
const limits = z.optional(
  z.strictObject({
    mos: positive,
    packetsLostPercent: positive,
    roundTripTimeMillis: positive,
    jitterMillis: positive,
  }),
);

const options = z.strictObject({
  apiUrl: z
    .string('Give the URL of the ingest API: apiUrl in settings.json of the softphone site.')
    .check(z.regex(/^https?:\/\/[^\s/?#]+[^\s?#]*$/, 'Give a URL that begins with https://.')),
  instanceId: z
    .string('Give the id of the Amazon Connect instance: instanceId in settings.json of the softphone site.')
    .check(z.minLength(1, 'Give the id of the Amazon Connect instance.')),
  limits: z.optional(
    z.strictObject({
      fair: limits,
      poor: limits,
      minimumPackets: positive,
      poorCallPercent: positive,
      poorCallsTargetPercent: positive,
    }),
  ),
  outboxDays: positive,
  authorize: callback,
  onUnauthorized: callback,
  onWarning: callback,
  onCall: callback,
  onState: callback,
});

/** The settings of a monitor of these options. Throws a TypeError that names every fault in them. */
export function monitorSettings(given: QualityMonitorOptions): MonitorSettings {
  const parsed = options.safeParse(given);
  if (!parsed.success) throw new TypeError(`createQualityMonitor: ${faultsOf(parsed.error, options)}`);
  return {
    apiUrl: given.apiUrl.replace(/\/+$/, ''),
    instanceId: given.instanceId,
    limits: withDefaults(given.limits),
    outboxDays: given.outboxDays ?? usualOutboxDays,
    pageVersion: __PAGE_VERSION__,
    signIn: tokenAuthorization(given),
  };
}

function withDefaults({ fair, poor, ...rest }: QualityMonitorOptions['limits'] = {}): QualityLimits {
  const filled = (own: Limits, given: Partial<Limits> = {}): Limits => ({ ...own, ...given });
  return {
    ...defaultLimits,
    ...rest,
    fair: filled(defaultLimits.fair, fair),
    poor: filled(defaultLimits.poor, poor),
  };
}
