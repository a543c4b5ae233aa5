import type { Rating } from '../../../model/quality/rating.ts';
import type { Reconciliation } from '../../../model/query/reconciliation.ts';
import { formatCount } from '../words/format-figure.ts';

/** The page's first line: what is only on its way is no fault. */
export function reconciliationHeadline({
  totals,
  differences,
}: Pick<Reconciliation, 'totals' | 'differences'>): { readonly rating: Rating; readonly text: string } {
  const total = totals.reduce((sum, its) => sum + its.total, 0);
  if (total === 0) return { rating: 'good', text: 'All sources say the same' };
  const text = total === 1 ? '1 difference' : `${formatCount(total)} differences`;
  const isFault = differences.some(({ reason }) => reason !== 'notYet');
  return isFault
    ? { rating: 'poor', text }
    : { rating: 'fair', text: `${text}, all of which may be on their way` };
}

/** How many contacts each source has, in words; what a source that is not there would tell is said to be missing. */
export function sourceFacts({
  counts,
}: Pick<Reconciliation, 'counts'>): readonly (readonly [string, string])[] {
  const { records, queued, counted, sent, called, deskPhones, setAside } = counts;
  return [
    ['Contacts with a record', formatCount(records)],
    ['of them on a desk phone', formatCount(deskPhones)],
    ['Contacts with calls of softphones', formatCount(called)],
    ['Came into a queue, by their records', formatCount(queued)],
    [
      'Came into a queue, as Amazon Connect counted',
      counted === null ? 'not polled on that day (docs/metrics.md)' : formatCount(counted),
    ],
    ['In the files sent', sent === null ? 'no files are sent (docs/wfm.md)' : formatCount(sent)],
    ['Records set aside', formatCount(setAside)],
  ];
}
