import { setTimeout as sleep } from 'node:timers/promises';
import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import { type CustomResourceOutcome, reportToCloudFormation } from '../clients/cloudformation.ts';
import { makeSearchClient } from '../clients/search.ts';
import { readConfig } from '../config.ts';
import { describeError } from '../edge/describe-error.ts';
import { makeTelemetry } from '../edge/telemetry.ts';
import { setUpSearch } from './set-up-search.ts';

/** The same for ever: a new one would have CloudFormation delete the old. */
const physicalResourceId = 'softphone-quality-search';
/** A new domain's name and permissions take a while to spread. */
const pauseMillis = 5000;
const spareMillis = 15_000;

type Remaining = Pick<Context, 'getRemainingTimeInMillis'>;

/** The custom resource that makes the search service ready. Deleting it leaves the data where they are. */
export async function handler(event: CloudFormationCustomResourceEvent, context: Remaining): Promise<void> {
  const outcome = event.RequestType === 'Delete' ? ({ ok: true } as const) : await setUp(context);
  await reportToCloudFormation(event, physicalResourceId, outcome);
}

async function setUp(context: Remaining): Promise<CustomResourceOutcome> {
  try {
    const config = readConfig();
    const telemetry = makeTelemetry(config);
    const search = makeSearchClient(config);
    for (;;) {
      try {
        await setUpSearch(search, config);
        return { ok: true };
      } catch (error) {
        telemetry.warn('the search service is not ready', { error: describeError(error) });
        if (context.getRemainingTimeInMillis() < pauseMillis + spareMillis) throw error;
        await sleep(pauseMillis);
      }
    }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}
