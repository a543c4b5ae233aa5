import * as z from 'zod';
import { defaultRules } from '../../dashboards/alerts/default-rules.ts';
import { faultsOfRule } from '../../dashboards/alerts/rule-faults.ts';
import { alertRulesIndex } from '../../model/alerts/alert.ts';
import type { AlertRule } from '../../model/alerts/rule.ts';
import type { RuleBook, RuleBookChange } from '../../model/query/alerts.ts';
import type { DocumentStore, DocumentVersion } from '../clients/document-store.ts';
import { type Fault, KnownError } from '../errors.ts';
import { foreignOf, idsOfForeign, understood, withForeign } from './foreign-rules.ts';

const place = { index: alertRulesIndex, id: 'current' };
/** Of the rules that a deployment begins with: nobody has written any. */
const unwritten = 'none';

/** One by one: a rule that this version does not know must not take the others with it. */
const stored = z.object({ savedAt: z.string(), rules: z.array(z.unknown()) });

/** Reads the rules; those of the beginning where nobody has changed them. Throws KnownError `unavailable`. */
export async function readRules(store: DocumentStore, deadline: number): Promise<RuleBook> {
  const [found] = await store.read([place], deadline);
  if (!found) return { version: unwritten, savedAt: null, rules: [...defaultRules], foreign: [] };
  const { savedAt, rules } = stored.parse(found.source);
  return bookOf(nameOf(found.version), savedAt, rules);
}

/**
 * Replaces the rules, if nobody else did since they were read. Rules that this version does not understand stay as they
 * are, each behind the rule that it was behind, unless they are to go.
 *
 * @param version of the rules that were read
 * @throws KnownError `conflict`, `invalid` with the path of each fault, or `unavailable`
 */
export async function writeRules(
  store: DocumentStore,
  { version, rules, withoutForeign }: RuleBookChange,
  now: Date,
  deadline: number,
): Promise<RuleBook> {
  const [found] = await store.read([place], deadline);
  if (version !== (found ? nameOf(found.version) : unwritten)) throw changedMeanwhile();
  const before = found ? stored.parse(found.source).rules : [];
  const kept = before.filter((its, i) => understood(its) || !withoutForeign?.includes(i));
  refuseFaults(rules, idsOfForeign(kept));
  const all = withForeign(rules, kept);
  const savedAt = now.toISOString();
  const document = { savedAt, rules: all };
  const [outcome] = await store.write([{ ...place, document, replaces: found?.version }], deadline);
  if (outcome?.outcome === 'conflict') throw changedMeanwhile();
  if (outcome?.outcome !== 'written') {
    throw new KnownError('unavailable', 'The rules cannot be written now; try again in a moment.');
  }
  return bookOf(nameOf(outcome.version), savedAt, all);
}

function refuseFaults(rules: readonly AlertRule[], taken: readonly string[]): void {
  const faults = rules.flatMap((rule, i): Fault[] => [
    ...faultsOfRule(rule).map(({ field, message }) => ({ path: `$.rules[${i}].${field}`, message })),
    ...(taken.includes(rule.id) || rules.findIndex(({ id }) => id === rule.id) < i
      ? [{ path: `$.rules[${i}].id`, message: 'is another rule’s' }]
      : []),
  ]);
  if (faults.length > 0)
    throw new KnownError('invalid', 'A rule asks for what cannot be watched.', { faults });
}

function bookOf(version: string, savedAt: string, all: readonly unknown[]): RuleBook {
  const rules = all.flatMap((its) => understood(its) ?? []);
  return { version, savedAt, rules, foreign: foreignOf(all) };
}

function changedMeanwhile(): KnownError {
  return new KnownError(
    'conflict',
    'Somebody else has changed the rules: load them again, then change them.',
  );
}

function nameOf({ seqNo, primaryTerm }: DocumentVersion): string {
  return `${primaryTerm}.${seqNo}`;
}
