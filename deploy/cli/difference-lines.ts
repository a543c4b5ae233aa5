import type { Reconciliation } from '../../model/query/reconciliation.ts';
import type { Difference } from '../../model/reconcile/difference.ts';
import { kindWords, reasonWords, subjectWords } from '../../model/reconcile/difference-words.ts';

/** What the command says of a day: how many contacts each source has, and each difference below its kind. */
export function differenceLines(found: Reconciliation): string[] {
  const { day, zone, counts, totals, differences, moreSetAside } = found;
  const { records, queued, counted, sent, called, deskPhones, setAside } = counts;
  return [
    `${day} (${zone})`,
    `  ${records} contacts have records, ${deskPhones} of them on desk phones; ${called} had calls of softphones`,
    `  ${queued} came into a queue; Amazon Connect counted ${counted ?? 'nothing: no figures of that day are there'}`,
    `  ${sent === null ? 'no files are sent' : `${sent} were sent`}; ${setAside} records are set aside${moreSetAside ? ', and more' : ''}`,
    ...(totals.length === 0 ? ['', 'No differences.'] : []),
    ...totals.flatMap(({ kind, total }) => {
      const its = differences.filter((one) => one.kind === kind);
      const { name, todo } = kindWords[kind];
      const left = total - its.length;
      return [
        '',
        `${name}: ${total}`,
        ...its.map(lineOf),
        ...(left > 0 ? [`  … and ${left} more`] : []),
        `  → ${todo}`,
      ];
    }),
  ];
}

function lineOf(its: Difference): string {
  const about = [its.at, subjectWords(its), its.agent].filter((part) => part !== undefined && part !== '');
  return `  ${about.join('  ')}  ${reasonWords(its)}`;
}
