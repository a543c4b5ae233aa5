import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Overview } from '../../../model/query/overview.ts';
import { Shape } from '../layout/RatingMark.tsx';
import { useFindings } from '../queries/use-findings.ts';
import { addressOf } from '../state/use-view.ts';
import { narrowTo, type View } from '../state/view.ts';
import { apiFindingWords, callFindingWords } from '../words/finding.ts';
import { rangeWords } from '../words/range-words.ts';
import { useSplitNames } from '../words/split-names.ts';
import { verdictOf } from '../words/verdict.ts';

type Props = {
  readonly overview: Overview;
  /** What the overview is about. */
  readonly view: View;
  readonly children: ReactNode;
};

/** The page's first line: are calls all right, and if not, where. */
export function VerdictLine({ overview, view, children }: Props) {
  const { data } = useFindings(view);
  const names = useSplitNames();
  const verdict = verdictOf(overview, rangeWords(view.range));
  const found = [
    ...(data?.answer.calls ?? []).map((finding) => ({
      ...callFindingWords(finding, names),
      address: addressOf('/', {
        range: finding.during ? { kind: 'fixed', ...finding.during } : view.range,
        chosen: narrowTo(view.chosen, finding.dimension, finding.key),
      }),
    })),
    ...(data?.answer.api ?? []).map((finding) => ({
      ...apiFindingWords(finding),
      address: addressOf('/api', {
        range: { kind: 'fixed', from: finding.from, to: finding.to },
        chosen: narrowTo(view.chosen, 'operation', finding.operation),
      }),
    })),
  ];
  return (
    <section className={`verdict ${verdict.rating}`} aria-label="Are calls all right?">
      <h1>
        <Shape rating={verdict.rating} /> {verdict.headline}
      </h1>
      <p className="detail">
        {verdict.detail} {children}
      </p>
      {found.length > 0 && (
        <ul className="findings" aria-label="What stands out">
          {found.map(({ subject, kind, figure, compared, when, address }) => (
            <li key={`${kind} ${subject}`}>
              <Link href={address}>
                <span className="kind">{kind}</span>
                <strong>{subject}</strong>
                <span>{figure}</span>
                <span className="when">{compared}</span>
                <span className="when">{when}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {data && found.length === 0 && verdict.rating !== 'unclassified' && (
        <p className="detail">No site, queue, team, agent or network stands out from the others.</p>
      )}
    </section>
  );
}
