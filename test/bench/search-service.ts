import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@opensearch-project/opensearch';
import { setUpSearch } from '../../functions/setup/set-up-search.ts';
import { DEFAULT_INSTANCE_ID, SITES } from '../../local/organisation.ts';
import { datedKinds } from '../../model/documents/kinds.ts';

const root = join(import.meta.dirname, '..', '..');
const dayMillis = 86_400_000;

/** `stack.json` of a stack that runs, as far as the bench needs it. */
export type RunningStack = {
  readonly opensearchUrl: string;
  readonly apiUrl: string;
  readonly softphoneUrl: string;
  readonly simulatorUrl: string;
  readonly ccpUrl: string;
  readonly dashboardsUrl: string;
  readonly manager: { readonly username: string; readonly password: string };
};

/** The stack of `npm start`, or of STACK_JSON; undefined where none answers. */
export async function runningStack(): Promise<RunningStack | undefined> {
  const file = process.env.STACK_JSON ?? join(root, '.local', 'stack.json');
  if (!existsSync(file)) return undefined;
  const stack = JSON.parse(readFileSync(file, 'utf8')) as RunningStack;
  return (await answers(stack.opensearchUrl)) ? stack : undefined;
}

/** The search service of the running stack, or of OPENSEARCH_URL. Throws an Error that says how to have one. */
export async function searchService(): Promise<string> {
  const url = (await runningStack())?.opensearchUrl ?? process.env.OPENSEARCH_URL;
  if (url && (await answers(url))) return url;
  throw new Error('there is no search service: run `npm start` in another terminal, or set OPENSEARCH_URL');
}

/** A client that waits for as long as a merge takes. */
export function patientClient(searchUrl: string): Client {
  return new Client({ node: searchUrl, requestTimeout: 300_000 });
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

/** Variables of an ingest function that writes to `searchUrl`. */
export function ingestEnvironment(searchUrl: string): Record<string, string> {
  return {
    STAGE: 'local',
    INSTANCE_ID: DEFAULT_INSTANCE_ID,
    OPENSEARCH_ENDPOINT: searchUrl,
    ALLOWED_ORIGINS: 'http://localhost:5173',
    SITES: JSON.stringify(Object.fromEntries(SITES.map(({ name, publicCidr }) => [name, [publicCidr]]))),
    RETENTION_DAYS: '90',
    COUNTRY_DATABASE: join(
      root,
      'node_modules/@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb',
    ),
  };
}

/**
 * Lends some days of which nothing is stored, so that every contestant fills indices of its own, made by the
 * deployment's templates; afterwards those indices are deleted again.
 *
 * @param use gets noon of each day
 */
export async function withEmptyDays<Result>(
  searchUrl: string,
  count: number,
  use: (days: readonly Date[]) => Promise<Result>,
): Promise<Result> {
  const search = patientClient(searchUrl);
  await setUpSearch(search);
  const { body } = await search.cat.indices({ index: 'softphone-*', format: 'json', h: ['index'] });
  const names = (body as readonly { index?: string }[]).map(({ index = '' }) => index);
  const noon = Math.floor(Date.now() / dayMillis) * dayMillis + dayMillis / 2;
  const days = Array.from({ length: 60 }, (_, i) => new Date(noon - (i + 12) * dayMillis))
    .filter((day) => !names.some((name) => name.endsWith(suffix(day))))
    .slice(0, count);
  try {
    return await use(days);
  } finally {
    const made = days.flatMap((day) => datedKinds.map((kind) => `${kind}${suffix(day)}`));
    await search.indices.delete({ index: made, ignore_unavailable: true });
  }
}

function suffix(day: Date): string {
  return `-${day.toISOString().slice(0, 10).replaceAll('-', '.')}`;
}
