import type { Client } from '@opensearch-project/opensearch';
import * as z from 'zod';
import type { SiteOf } from '../../model/documents/assumed-site.ts';
import { connectUsersIndex } from '../../model/documents/connect-user.ts';
import { mostSteps } from '../../model/documents/contact-flow.ts';
import { type Around, agentChange, aroundMillis, heartbeat } from '../../model/documents/contact-states.ts';
import { askAll, type Hit, type Search } from './ask-all.ts';
import type { DocumentPlace, StoredDocument } from './document-store.ts';
import { reaching } from './reaching.ts';
import { agentsCall, callsBesides, callsWithSite, lackingBy } from './site-searches.ts';

/** A contact's document and where it is. */
export type StoredContact = DocumentPlace & StoredDocument;
/** What is stored of a contact beside its document, as it is. */
export type StoredParts = {
  readonly steps: readonly unknown[];
  readonly agentEvents: readonly unknown[];
};
export type StoredCalls = {
  readonly calls: readonly unknown[];
  readonly reports: readonly unknown[];
  /** The synced users of those names, the deleted ones too. */
  readonly users: readonly unknown[];
};

/**
 * Where contacts and what belongs to them are found. All throw KnownError `unavailable` when the service cannot be
 * reached, does not give all of an answer, or has not answered by the deadline, in epoch milliseconds.
 */
export type ContactSources = {
  /** From now on searches find what is stored now. */
  readonly refresh: (deadline: number) => Promise<void>;
  /** The ids of the contacts around which something happened to an agent. */
  readonly around: (
    times: readonly { readonly agent: string; readonly at: string }[],
    deadline: number,
  ) => Promise<readonly string[]>;
  /** The documents of those contacts that have one. */
  readonly find: (contactIds: readonly string[], deadline: number) => Promise<readonly StoredContact[]>;
  readonly calls: (
    of: { readonly contactIds: readonly string[]; readonly agents: readonly string[] },
    deadline: number,
  ) => Promise<StoredCalls>;
  /** Of each agent, in order, the calls that tell where the agent was around that time. */
  readonly sitedCalls: (of: readonly SiteOf[], deadline: number) => Promise<readonly (readonly unknown[])[]>;
  /** The ids of the contacts whose site may be assumed by these contacts' calls, and is not yet. */
  readonly lackingSite: (contactIds: readonly string[], deadline: number) => Promise<readonly string[]>;
  /** For each contact, in order. */
  readonly parts: (contacts: readonly Around[], deadline: number) => Promise<readonly StoredParts[]>;
};

const contacts = 'connect-contacts-*';
const agentEvents = 'connect-agent-events-*';
const flowLogs = 'connect-flow-logs-*';
const calls = 'softphone-calls-*';
const reports = 'softphone-call-reports-*';
/** The first one decides which path a role must be allowed. */
const all = [calls, reports, contacts, agentEvents, flowLogs].join();

/** The most that one search gives (OpenSearch's `index.max_result_window`). */
const mostAtOnce = 10_000;
/** Heartbeats are left out: of an agent who does nothing else this is a week. */
const mostEvents = 3000;
/** A contact with more calls than this has agents by the hundred. */
const mostCalls = 200;
/**
 * A call that came so lately may not be in its contact's document yet, while somebody puts that together who has not seen
 * what happened to the call's agent: so its contact is asked for too. A function's longest run, and more than that.
 */
const latelyMillis = 600_000;
/** A page's clock is corrected, but by no more than half a minute too little. */
const toleranceMillis = 60_000;
/** Each is about ten clauses, of which a search may have 1,024 (OpenSearch, `indices.query.bool.max_clause_count`). */
const timesInOne = 30;

/** @param now of the server's clock, by which documents say when they came */
export function makeContactSources(search: Client, now: () => number = Date.now): ContactSources {
  const ask = (searches: readonly Search[], deadline: number) => askAll(search, searches, deadline);
  return {
    refresh: (deadline) =>
      reaching(deadline, async (options) => {
        await search.indices.refresh(
          { index: all, ignore_unavailable: true, allow_no_indices: true },
          options,
        );
      }),
    around: (times, deadline) => around(times, now(), (searches) => ask(searches, deadline)),
    find: async (contactIds, deadline) => {
      const body = {
        size: mostAtOnce,
        seq_no_primary_term: true,
        query: allOf([{ terms: { contactId: contactIds } }]),
      };
      const [hits = []] = await ask([{ index: contacts, body }], deadline);
      return hits.map(storedContact);
    },
    calls: async ({ contactIds, agents }, deadline) => {
      const ofContacts = allOf([{ terms: { contactId: contactIds } }]);
      const size = Math.min(mostAtOnce, contactIds.length * mostCalls);
      const answers = await ask(
        [
          {
            index: calls,
            body: { size, _source: { excludes: ['parts', 'events', '*.ofWindows'] }, query: ofContacts },
          },
          { index: reports, body: { size, query: ofContacts } },
          {
            index: connectUsersIndex,
            body: { size: mostAtOnce, query: allOf([{ terms: { username: agents } }]) },
          },
        ],
        deadline,
      );
      const [foundCalls = [], foundReports = [], users = []] = answers.map(sources);
      return { calls: foundCalls, reports: foundReports, users };
    },
    sitedCalls: async (its, deadline) => {
      if (its.length === 0) return [];
      const answers = (
        await ask(
          its.flatMap(callsBesides).map((body) => ({ index: calls, body })),
          deadline,
        )
      ).map(sources);
      return its.map((_, i) => [...(answers[2 * i] ?? []), ...(answers[2 * i + 1] ?? [])]);
    },
    lackingSite: (contactIds, deadline) => lackingSite(contactIds, (searches) => ask(searches, deadline)),
    parts: async (its, deadline) => {
      const searches = its.flatMap((contact) => [stepsOf(contact), eventsOf(contact)]);
      const answers = (await ask(searches, deadline)).map(sources);
      return its.map((_, i) => ({ steps: answers[2 * i] ?? [], agentEvents: answers[2 * i + 1] ?? [] }));
    },
  };
}

type AskAll = (searches: readonly Search[]) => Promise<readonly (readonly Hit[])[]>;

async function around(times: readonly AgentTime[], now: number, ask: AskAll): Promise<readonly string[]> {
  if (times.length === 0) return [];
  const searches: Search[] = [];
  for (let first = 0; first < times.length; first += timesInOne) {
    const some = times.slice(first, first + timesInOne);
    searches.push(idsOf(contacts, some.map(contactsAround)));
    searches.push(
      idsOf(
        calls,
        some.map((time) => callsAround(time, now)),
      ),
    );
  }
  return contactIds(await ask(searches));
}

function contactIds(answers: readonly (readonly Hit[])[]): readonly string[] {
  return [...new Set(answers.flat().map(({ _source }) => contactIdOf.parse(_source).contactId))];
}

async function lackingSite(ids: readonly string[], ask: AskAll): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const size = Math.min(mostAtOnce, ids.length * mostCalls);
  const [found = []] = await ask([{ index: calls, body: { size, ...callsWithSite(ids) } }]);
  const told = found.map(({ _source }) => agentsCall.parse(_source));
  const searches: Search[] = [];
  for (let first = 0; first < told.length; first += timesInOne) {
    searches.push(idsOf(contacts, told.slice(first, first + timesInOne).map(lackingBy)));
  }
  if (searches.length === 0) return [];
  return contactIds(await ask(searches));
}

const contactIdOf = z.object({ contactId: z.string() });
const changeFields = Object.keys(agentChange.shape);
const sources = (hits: readonly Hit[]) => hits.map(({ _source }) => _source);
const allOf = (filter: readonly object[]) => ({ bool: { filter } });
const anyOf = (should: readonly object[]) => ({ bool: { should, minimum_should_match: 1 } });
const shifted = (time: string, millis: number) => new Date(Date.parse(time) + millis).toISOString();

function idsOf(index: string, anyOfThese: readonly object[]): Search {
  return { index, body: { size: mostAtOnce, _source: ['contactId'], query: allOf([anyOf(anyOfThese)]) } };
}

type AgentTime = { readonly agent: string; readonly at: string };

/** As `aroundContact` has it, or more: a contact's end is the latest of what is known. */
function contactsAround({ agent, at }: AgentTime): object {
  const ends = ['afterContactWorkEndedAt', 'disconnectedAt', 'initiatedAt'];
  const earliest = shifted(at, -aroundMillis);
  return allOf([
    anyOf([{ term: { agent } }, { term: { 'calls.agent': agent } }]),
    { range: { initiatedAt: { lte: shifted(at, aroundMillis) } } },
    anyOf(ends.map((end) => ({ range: { [end]: { gte: earliest } } }))),
  ]);
}

function callsAround({ agent, at }: AgentTime, now: number): object {
  const around = aroundMillis + toleranceMillis;
  const earliest = shifted(at, -around);
  const during = allOf([
    { range: { '@timestamp': { lte: shifted(at, around) } } },
    anyOf(['endedAt', '@timestamp'].map((end) => ({ range: { [end]: { gte: earliest } } }))),
  ]);
  const lately = { range: { receivedAt: { gte: new Date(now - latelyMillis).toISOString() } } };
  return allOf([{ term: { agent } }, anyOf([during, lately])]);
}

function stepsOf({ contactId }: Around): Search {
  const body = {
    // One more tells that there are more.
    size: mostSteps + 1,
    query: allOf([{ term: { contactId } }]),
    sort: [{ '@timestamp': 'asc' }, { logEventId: 'asc' }],
  };
  return { index: flowLogs, body };
}

function eventsOf({ contactId, agents, from, to }: Around): Search {
  const query = {
    bool: {
      filter: [
        anyOf([{ terms: { agent: agents } }, { term: { contactId } }]),
        { range: { '@timestamp': { gte: from, lte: to } } },
      ],
      must_not: [{ term: { eventType: heartbeat } }],
    },
  };
  const sort = [{ '@timestamp': 'asc' }, { eventId: 'asc' }];
  return { index: agentEvents, body: { size: mostEvents, _source: changeFields, query, sort } };
}

function storedContact({ _index, _id, _seq_no = 0, _primary_term = 0, _source }: Hit): StoredContact {
  const version = { seqNo: _seq_no, primaryTerm: _primary_term };
  return { index: _index, id: _id, version, source: _source };
}
