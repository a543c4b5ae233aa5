import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { makeSetAsideObjects } from '../clients/set-aside-objects.ts';
import { directHandler } from '../edge/direct.ts';
import { readInvocation } from '../edge/read-invocation.ts';
import { deployedDeps } from '../ingest/deployed-deps.ts';
import { putBack } from './put-back.ts';
import { type ReplayAnswer, type ReplayDeps, replayAll } from './replay-all.ts';

/** What is left for an answer when the time is up. */
const spareMillis = 20_000;

const request = z.object({
  /** Of the objects' keys: an index, such as `softphone-calls-2026.03.04/`, or `messages/api-metrics/`. */
  prefix: z.string().default(''),
  /** The `after` of the answer before. */
  after: z.string().optional(),
  limit: z.int().min(1).max(1000).default(1000),
});

const { config, deps } = deployedDeps();
if (!config.failedRecordsBucket) throw new Error('FAILED_RECORDS_BUCKET must be set');
const replayDeps: ReplayDeps = {
  objects: makeSetAsideObjects(config.aws, config.failedRecordsBucket),
  putBack: (its, deadline) => putBack(its, deps, deadline),
  telemetry: deps.telemetry,
};

/** Puts back what was set aside, after the cause is mended. `npm run replay` invokes it until all is done. */
export const handler = directHandler(
  deps.telemetry,
  async (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<ReplayAnswer> => {
    const deadline = Date.now() + context.getRemainingTimeInMillis() - spareMillis;
    return replayAll(readInvocation(request, event), replayDeps, deadline);
  },
);
