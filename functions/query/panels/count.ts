import type { Condition, Measure } from '../../../dashboards/measures/measure.ts';
import type { Clause } from '../ask.ts';
import { clauseOf } from '../conditions.ts';

/** Documents that are counted so that a measure can be told. */
export type Count = {
  /** What `figuresOf` reads it by. */
  readonly name: string;
  readonly condition: Condition;
  /** What most documents meet: those that do not are counted, and taken away from all. */
  readonly isMost: boolean;
};

/** What is to be counted for a measure; undefined where it adds up or sorts values. */
export function countsOf({ id, formula }: Measure): readonly Count[] | undefined {
  if (formula.kind === 'share') {
    return [
      { name: `${id}_part`, condition: formula.part, isMost: false },
      { name: `${id}_whole`, condition: formula.whole, isMost: true },
    ];
  }
  if (formula.kind !== 'count') return undefined;
  return formula.of ? [{ name: `${id}_of`, condition: formula.of, isMost: false }] : [];
}

/** The documents that are counted. */
export function filterOf({ condition, isMost }: Count): Clause {
  const clause = clauseOf(condition);
  return isMost ? { bool: { must_not: [clause] } } : clause;
}

/** The name of the aggregation that counts, the same for all measures that count the same. */
export function countedAs({ condition, isMost }: Count): string {
  return isMost ? `not ${wordsOf(condition)}` : wordsOf(condition);
}

function wordsOf(condition: Condition): string {
  if ('anyOf' in condition) return `(${condition.anyOf.map(wordsOf).join(' or ')})`;
  if ('allOf' in condition) return `(${condition.allOf.map(wordsOf).join(' and ')})`;
  if ('not' in condition) return `no ${wordsOf(condition.not)}`;
  const { field, is, below, atLeast } = condition;
  const words = [
    field,
    is ? is.join(' or ') : '',
    atLeast === undefined ? '' : `from ${atLeast}`,
    below === undefined ? '' : `below ${below}`,
  ];
  return words.filter((word) => word !== '').join(' ');
}
