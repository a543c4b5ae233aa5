import * as z from 'zod';
import { defaultRules } from '../../dashboards/alerts/default-rules.ts';
import { faultsOfRule } from '../../dashboards/alerts/rule-faults.ts';
import { alertRulesIndex } from '../../model/alerts/alert.ts';
import { type AlertRule, alertRule } from '../../model/alerts/rule.ts';
import type { RuleBook } from '../../model/query/alerts.ts';
import type { DocumentStore, DocumentVersion } from '../clients/document-store.ts';
import { type Fault, KnownError } from '../errors.ts';

const place = { index: alertRulesIndex, id: 'current' };
/** Of the rules that a deployment begins with: nobody has written any. */
const unwritten = 'none';

/** One by one: a rule that this version does not know must not take the others with it. */
const stored = z.object({ savedAt: z.string(), rules: z.array(z.unknown()) });

/** Reads the rules; those of the beginning where nobody has changed them. Throws KnownError `unavailable`. */
export async function readRules(store: DocumentStore, deadline: number): Promise<RuleBook> {
  const [found] = await store.read([place], deadline);
  if (!found) return { version: unwritten, savedAt: null, rules: [...defaultRules] };
  const { savedAt, rules } = stored.parse(found.source);
  const known = rules.flatMap((rule) => alertRule.safeParse(rule).data ?? []);
  return {
    version: nameOf(found.version),
    savedAt,
    rules: known.filter((rule) => faultsOfRule(rule).length === 0),
  };
}

/**
 * Replaces the rules, if nobody else did since they were read.
 *
 * @param version of the rules that were read
 * @throws KnownError `conflict`, `invalid` with the path of each fault, or `unavailable`
 */
export async function writeRules(
  store: DocumentStore,
  { version, rules }: Pick<RuleBook, 'version' | 'rules'>,
  now: Date,
  deadline: number,
): Promise<RuleBook> {
  const [found] = await store.read([place], deadline);
  if (version !== (found ? nameOf(found.version) : unwritten)) throw changedMeanwhile();
  refuseFaults(rules);
  const savedAt = now.toISOString();
  const [outcome] = await store.write(
    [{ ...place, document: { savedAt, rules }, replaces: found?.version }],
    deadline,
  );
  if (outcome?.outcome === 'conflict') throw changedMeanwhile();
  if (outcome?.outcome !== 'written') {
    throw new KnownError('unavailable', 'The rules cannot be written now; try again in a moment.');
  }
  return { version: nameOf(outcome.version), savedAt, rules };
}

function refuseFaults(rules: readonly AlertRule[]): void {
  const faults = rules.flatMap((rule, i): Fault[] => [
    ...faultsOfRule(rule).map(({ field, message }) => ({ path: `$.rules[${i}].${field}`, message })),
    ...(rules.findIndex(({ id }) => id === rule.id) < i
      ? [{ path: `$.rules[${i}].id`, message: 'is another rule’s' }]
      : []),
  ]);
  if (faults.length > 0)
    throw new KnownError('invalid', 'A rule asks for what cannot be watched.', { faults });
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
