import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { makeRecordObjects } from '../clients/record-objects.ts';
import { directHandler } from '../edge/direct.ts';
import { readInvocation } from '../edge/read-invocation.ts';
import { KnownError } from '../errors.ts';
import { agentEventSource } from './agent-event-source.ts';
import { type BackfillAnswer, backfillObjects } from './backfill-objects.ts';
import { agentEventCleaner } from './clean-agent-event.ts';
import { contactRecordSource } from './contact-record-source.ts';
import { deployedCollector } from './deployed-collector.ts';
import { deployedContactCleaner } from './deployed-contact-cleaner.ts';

/** What is left for the object at hand, and an answer, when the time is up. */
const spareMillis = 120_000;

const request = z.object({
  source: z.enum(['contact-records', 'agent-events']),
  prefix: z.string().max(1000),
  /** The `after` of the answer before. */
  after: z.string().optional(),
});

const { config, deps } = deployedCollector();
const contactCleaner = deployedContactCleaner(config);
const cleanEvent = agentEventCleaner(config.collect);
/** Its windows came long ago. */
const { askAgainSeconds: _, ...recordSource } = contactRecordSource;

/** Stores what Firehose kept in S3 before the deployment was there. `npm run backfill` invokes it until all is done. */
export const handler = directHandler(
  deps.telemetry,
  async (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<BackfillAnswer> => {
    const { source, ...asked } = readInvocation(request, event);
    if (!config.backfillBucket)
      throw new KnownError(
        'invalid',
        'Deploy with the parameter backfillBucket: the bucket that holds them.',
      );
    const objects = makeRecordObjects(config.aws, config.backfillBucket);
    const deadline = Date.now() + context.getRemainingTimeInMillis() - spareMillis;
    const all = { ...deps, objects };
    return source === 'agent-events'
      ? backfillObjects(agentEventSource, cleanEvent, asked, all, deadline)
      : backfillObjects(recordSource, await contactCleaner(), asked, all, deadline);
  },
);
