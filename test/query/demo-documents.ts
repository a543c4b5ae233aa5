import type { Client } from '@opensearch-project/opensearch';
import { demoWeek } from '../../local/fleet/demo-week.ts';
import { makeOrganisation } from '../../local/organisation.ts';
import type { ContactDocument } from '../../model/documents/contact.ts';
import type { DatedKind } from '../../model/documents/kinds.ts';
import { faults } from '../../model/verdict/verdict.ts';
import { triedAgent } from '../e2e/harness/schemathesis.ts';
import type { AnyDocument } from './plain/populations.ts';

/** Long before anyone else's; Lisbon's clocks are set back on 28 October 2001, at 01:00 UTC. */
const until = new Date('2001-10-30T20:00:00Z');
const days = 10;
/** Some agents of every site, team and kind of computer; without those whose documents other tests take out again. */
const everyNthAgent = 9;
const takenOut = [triedAgent, 'hazel.manalo'];

const places: Readonly<Record<string, Partial<AnyDocument>>> = {
  Lisbon: { geo: { countryIsoCode: 'PT', cityName: 'Lisbon' }, as: { organization: 'Tejo Fibra' } },
  Krakow: { geo: { countryIsoCode: 'PL' }, as: { organization: 'Wisla Net' } },
};

/** The demo's documents of some days, with more that is not known than the demo has, and places that it has not. */
export async function demoDocuments(kinds: readonly DatedKind[]) {
  const organisation = makeOrganisation();
  const agents = organisation.agents.filter(
    ({ username }, i) => i % everyNthAgent === 0 && !takenOut.includes(username),
  );
  const week = await demoWeek({ ...organisation, agents }, until, { days });
  return new Map(kinds.map((kind) => [kind, week.documents(kind).map(varied)]));
}

function varied(document: unknown, i: number): object {
  const { site, ...rest } = document as AnyDocument;
  const known = { ...rest, ...(site ? { site, ...places[site] } : {}) };
  const without = leftOut[i % leftOut.length] ?? [];
  return Object.fromEntries(
    Object.entries({ ...known, ...extra(rest, i) }).filter(([name]) => !without.includes(name)),
  );
}

/** In every so manieth document what is named here is not known. */
const leftOut: readonly (readonly string[])[] = [
  [],
  [],
  ['site', 'contactQueue'],
  [],
  ['device', 'os'],
  [],
  [],
];

/** What no demo call has: several relays, and connections that broke. */
function extra(document: object, i: number): object {
  const relays = 'iceServers' in document && i % 5 === 0 ? { iceServers: ['a.example', 'b.example'] } : {};
  const broke =
    'callEndTime' in document && i % 3 > 0 ? { iceRestarts: i % 4, iceConnectionsLost: i % 2 } : {};
  return { ...relays, ...broke, ...verdict(document, i) };
}

/** Of contacts alone: verdicts of every kind, which the demo has not, and some that are not judged. */
function verdict(document: object, i: number): object {
  if (!('initiatedAt' in document) || i % 6 === 5) return {};
  const { softphone, potentialDisconnectIssue } = document as Partial<ContactDocument>;
  const isJudged = softphone?.rating === 'poor' || potentialDisconnectIssue !== undefined;
  return isJudged ? { verdict: { fault: faults[i % faults.length], rule: 'othersFine' } } : {};
}

/** Every document of an index, scrolled through. */
export async function scrollAll(client: Client, index: string): Promise<unknown[]> {
  const found: unknown[] = [];
  const pages = client.helpers.scrollDocuments({ index, body: { size: 1000, sort: ['_doc'] } });
  for await (const document of pages) found.push(document);
  return found;
}
