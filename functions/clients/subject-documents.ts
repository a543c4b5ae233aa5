import type { Client } from '@opensearch-project/opensearch';
import * as z from 'zod';
import { kindOfIndex } from '../../model/documents/dated-index.ts';
import { type Erasure, erasuresIndex, type Subject } from '../../model/documents/erasure.ts';
import { KnownError } from '../errors.ts';
import { erasureId } from './erasures.ts';
import { patient } from './patient.ts';
import { allAnswered, shards } from './shards.ts';
import { unlinkContact } from './unlink-contact.ts';

/** Documents by the beginning of their indices' names, such as `softphone-calls`. */
export type CountsByKind = Readonly<Record<string, number>>;

/** All documents about somebody. */
export type SubjectDocuments = {
  readonly count: (subject: Subject) => Promise<CountsByKind>;
  /** Returns how many there were. May be repeated. */
  readonly remove: (subject: Subject) => Promise<number>;
  /** The ids of others' contacts that name an agent, because it rang there first, or later. */
  readonly contactsNaming: (agent: string) => Promise<readonly string[]>;
  /** Other contacts that it was handed on from or to, or that came from the same one, do not name a contact any more. May be repeated. */
  readonly unlink: (contactId: string) => Promise<void>;
  /** From now on nothing of theirs is stored any more; and marks older than `forgetBefore` are forgotten. */
  readonly mark: (subject: Subject, erasedAt: Date, forgetBefore: Date) => Promise<void>;
};

/** Whatever this product stores, of kinds to come too. */
const indices = 'softphone-*,connect-*';
const mostAtOnce = 5000;

/** Throws the client's errors, and KnownError `unavailable` while some of the data cannot be reached. */
export function makeSubjectDocuments(search: Client): SubjectDocuments {
  return {
    count: async (subject) => {
      const { body } = await search.search({
        index: indices,
        ignore_unavailable: true,
        body: {
          size: 0,
          query: queryOf(subject),
          aggs: { indices: { terms: { field: '_index', size: 10_000 } } },
        } as object,
      });
      requireAll(body);
      return byKind((body.aggregations?.indices as { buckets?: Bucket[] } | undefined)?.buckets ?? []);
    },
    remove: async (subject) => {
      let removed = 0;
      for (;;) {
        const { body } = await search.deleteByQuery(
          {
            index: indices,
            ignore_unavailable: true,
            conflicts: 'proceed',
            refresh: true,
            max_docs: mostAtOnce,
            body: { query: queryOf(subject) } as object,
          },
          patient,
        );
        const { deleted = 0, version_conflicts: conflicts = 0 } = body as Deleted;
        removed += deleted;
        if (deleted + conflicts === 0) return removed;
      }
    },
    contactsNaming: (agent) => contactsNaming(search, agent),
    unlink: (contactId) => unlinkContact(search, indices, contactId),
    mark: async (subject, erasedAt, forgetBefore) => {
      const mark: Erasure = {
        kind: 'contact' in subject ? 'contact' : 'agent',
        erasedAt: erasedAt.toISOString(),
      };
      await search.index({ index: erasuresIndex, id: erasureId(subject), body: mark, refresh: true });
      const old = { range: { erasedAt: { lt: forgetBefore.toISOString() } } };
      await search.deleteByQuery({ index: erasuresIndex, body: { query: old } as object }, patient);
    },
  };
}

/** Of what cannot be reached nobody can say that it is erased. */
function requireAll({ _shards }: { readonly _shards?: unknown }): void {
  if (!allAnswered(shards.parse(_shards ?? {}))) {
    throw new KnownError('unavailable', 'Not all of the data can be reached now: try again when it can.');
  }
}

type Bucket = { readonly key: string; readonly doc_count: number };
type Deleted = { readonly deleted?: number; readonly version_conflicts?: number };

function queryOf(subject: Subject): object {
  // Ids are stored as they came; a contact id is a UUID, which may come in either case.
  const should =
    'contact' in subject
      ? [{ term: { contactId: { value: subject.contact, case_insensitive: true } } }]
      : ['agent', 'username'].map((field) => ({ term: { [field]: { value: subject.agent.toLowerCase() } } }));
  return { bool: { filter: [{ bool: { should, minimum_should_match: 1 } }] } };
}

async function contactsNaming(search: Client, agent: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after: unknown[] | undefined; ; ) {
    const { body } = await search.search({
      index: indices,
      ignore_unavailable: true,
      body: {
        size: mostAtOnce,
        _source: ['contactId'],
        query: naming(agent),
        // Not every index of ours has contacts.
        sort: [{ contactId: { order: 'asc', unmapped_type: 'keyword' } }],
        ...(after ? { search_after: after } : {}),
      } as object,
    });
    requireAll(body);
    const { hits } = body.hits;
    ids.push(...hits.map(({ _source }) => contactOf.parse(_source).contactId));
    after = hits.at(-1)?.sort as unknown[] | undefined;
    if (hits.length < mostAtOnce) return ids;
  }
}

const contactOf = z.object({ contactId: z.string() });

function naming(agent: string): object {
  const fields = ['calls.agent', 'states.agent'];
  const should = fields.map((field) => ({ term: { [field]: { value: agent.toLowerCase() } } }));
  return { bool: { filter: [{ bool: { should, minimum_should_match: 1 } }] } };
}

function byKind(buckets: readonly Bucket[]): CountsByKind {
  const counts: Record<string, number> = {};
  for (const { key, doc_count: count } of buckets) {
    const kind = kindOfIndex(key);
    counts[kind] = (counts[kind] ?? 0) + count;
  }
  return counts;
}
