import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import * as z from 'zod';
import { prefixOf } from '../../model/documents/index-names.ts';
import { type CustomResourceOutcome, reportToCloudFormation } from '../clients/cloudformation.ts';
import { makeSearchClient } from '../clients/search.ts';
import { type Config, readConfig } from '../config.ts';
import { describeError } from '../edge/describe-error.ts';
import { makeTelemetry, type Telemetry } from '../edge/telemetry.ts';
import { workers } from './access-rights.ts';
import { admitAdmins } from './admit-admins.ts';
import { grantAccess } from './grant-access.ts';
import { importSavedObjects } from './import-saved-objects.ts';
import { setUpSearch } from './set-up-search.ts';

/** The same for ever: a new one would have CloudFormation delete the old. */
const physicalResourceId = 'softphone-quality-search';
/** A new domain's name and permissions take a while to spread. */
const pauseMillis = 5000;
const spareMillis = 15_000;

/** What deploy/search.yml gives the custom resource. */
const properties = workers.extend({
  OwnDomain: z.stringbool().default(false),
  UserPoolId: z.string().optional(),
  IdentityPoolId: z.string().optional(),
});

type Remaining = Pick<Context, 'getRemainingTimeInMillis'>;

/** The custom resource that makes the search service ready. Deleting it leaves the data where they are. */
export async function handler(event: CloudFormationCustomResourceEvent, context: Remaining): Promise<void> {
  const outcome = event.RequestType === 'Delete' ? ({ ok: true } as const) : await setUp(event, context);
  await reportToCloudFormation(event, physicalResourceId, outcome);
}

async function setUp(
  event: CloudFormationCustomResourceEvent,
  context: Remaining,
): Promise<CustomResourceOutcome> {
  try {
    const config = readConfig();
    const telemetry = makeTelemetry(config);
    for (;;) {
      try {
        await setUpOnce(config, properties.parse(event.ResourceProperties), telemetry);
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

async function setUpOnce(
  config: Config,
  { OwnDomain, UserPoolId, IdentityPoolId, ...its }: z.infer<typeof properties>,
  telemetry: Telemetry,
): Promise<void> {
  const search = makeSearchClient(config);
  const { indexNames } = config;
  await grantAccess(
    search,
    { ...its, contactsIndex: prefixOf('connect-contacts', indexNames) },
    OwnDomain,
    telemetry,
  );
  await setUpSearch(search, indexNames);
  if (UserPoolId && IdentityPoolId) {
    await admitAdmins(config.aws, { userPoolId: UserPoolId, identityPoolId: IdentityPoolId }, telemetry);
  }
  if (config.savedObjects) {
    await importSavedObjects(search, await readFile(config.savedObjects, 'utf8'), telemetry);
  }
}
