import * as z from 'zod/mini';
import { softphoneFigure, softphoneText } from './softphone-figure.ts';

/**
 * connect.EventType.API_METRIC: one call of the agent API, without a time of its own (amazon-connect-streams 2.28.2,
 * `_sendAPIMetrics`). Of an error only its type is read: its message holds identifiers, its stack the page's URLs.
 */
export const softphoneApiMetric = z.object({
  name: z.string(),
  /** Of the call and its retries, in milliseconds. */
  time: softphoneFigure,
  error: z.optional(
    z.catch(z.nullable(z.object({ type: softphoneText, statusCode: softphoneFigure })), null),
  ),
  optionalDimensions: z.catch(z.array(z.object({ name: z.string(), value: z.unknown() })), []),
});
export type SoftphoneApiMetric = z.infer<typeof softphoneApiMetric>;
