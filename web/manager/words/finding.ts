import type { SplitNames } from '../../../dashboards/split-names.ts';
import type { ApiFinding, CallFinding } from '../../../model/query/findings.ts';
import { formatCount, formatPercent, formatValue } from './format-figure.ts';
import { makeTimeFormat, viewerZone } from './format-time.ts';
import { valueName } from './value-name.ts';

export type FindingWords = {
  readonly kind: string;
  readonly subject: string;
  readonly figure: string;
  readonly compared: string;
  readonly when: string;
};

const time = makeTimeFormat(viewerZone);

/** A group whose calls were worse than everyone else's. */
export function callFindingWords(finding: CallFinding, names: SplitNames): FindingWords {
  const share = formatPercent((100 * finding.poorCalls) / finding.classifiedCalls);
  return {
    kind: names[finding.dimension].one,
    subject: valueName(finding.dimension, finding.key),
    figure: `${share} of ${formatCount(finding.classifiedCalls)} calls poor`,
    compared: `elsewhere ${formatPercent(finding.elsewherePercent)}`,
    when: finding.during
      ? `mostly ${time.stretch(finding.during.from, finding.during.to)}`
      : 'all through this time',
  };
}

/** An operation of the agent API that was slow for a while. */
export function apiFindingWords(finding: ApiFinding): FindingWords {
  const [then, usually] = [finding.thenMillis, finding.usuallyMillis].map((ms) =>
    formatValue('milliseconds', ms),
  );
  return {
    kind: 'Slow operation of the agent API',
    subject: finding.operation,
    figure: `95\u00a0% of requests within ${then}`,
    compared: `otherwise ${usually}`,
    when: time.stretch(finding.from, finding.to),
  };
}
