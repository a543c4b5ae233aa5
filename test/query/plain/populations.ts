/** Every measure once more, by its id, computed the plain way from whole documents, and which documents count. */
import type { ApiFailureDocument, ApiMetricDocument } from '../../../model/documents/api-metric.ts';
import type { CallDocument } from '../../../model/documents/call.ts';
import type { CallReportDocument } from '../../../model/documents/call-report.ts';
import type { Dimensions, Stamps } from '../../../model/documents/dimensions.ts';
import type { HistoricalMetricDocument } from '../../../model/documents/historical-metric.ts';
import type { PreflightDocument } from '../../../model/documents/preflight.ts';
import type { ReadinessDocument } from '../../../model/documents/readiness-change.ts';
import { checkMeasures, troubleMeasures } from './agent-measures.ts';
import { longPollMeasures, requestMeasures } from './api-measures.ts';
import { callMeasures } from './call-measures.ts';
import {
  agreementMeasures,
  contactMeasures,
  coverageMeasures,
  hasBoth,
  isAnswered,
  isPoor,
  type StoredContact,
  verdictMeasures,
} from './contact-measures.ts';
import { type Expected, exactly } from './expected.ts';
import { reportMeasures, stageMeasures } from './report-measures.ts';
import { profileMetricMeasures, queueMetricMeasures } from './service-measures.ts';
import { windowMeasures } from './window-measures.ts';

/** All that is stored of a time. */
export type Documents = {
  readonly calls: readonly CallDocument[];
  readonly reports: readonly CallReportDocument[];
  readonly summaries: readonly ApiMetricDocument[];
  readonly failures: readonly ApiFailureDocument[];
  readonly contacts: readonly StoredContact[];
  readonly metrics: readonly HistoricalMetricDocument[];
  readonly preflights: readonly PreflightDocument[];
  readonly readiness: readonly ReadinessDocument[];
};

/** What any document has; who is at a contact is not always known. */
export type AnyDocument = Pick<Stamps, '@timestamp'> & {
  readonly [Name in keyof Dimensions]?: Dimensions[Name] | undefined;
};

/** Documents that are counted together, and the measures of them. */
export type Population = {
  readonly has: (id: string) => boolean;
  readonly of: (all: Documents) => readonly AnyDocument[];
  readonly figure: (id: string, documents: readonly AnyDocument[]) => Expected;
};

function population<Document extends AnyDocument>(
  of: (all: Documents) => readonly Document[],
  measures: Readonly<Record<string, (documents: readonly Document[]) => Expected>>,
): Population {
  return {
    has: (id) => Object.hasOwn(measures, id),
    of,
    figure: (id, documents) => {
      const measure = measures[id];
      if (!measure) throw new Error(`No plain code computes ${id}: write it down in test/query/plain`);
      return measure(documents as readonly Document[]);
    },
  };
}

const isOf =
  (subject: HistoricalMetricDocument['subject']) =>
  (metric: HistoricalMetricDocument): boolean =>
    metric.subject === subject;

const populations: readonly Population[] = [
  population(({ calls }) => calls, { ...callMeasures, ...windowMeasures, ...stageMeasures }),
  population(({ reports }) => reports, reportMeasures),
  population(({ summaries }) => summaries.filter((one) => !one.longPoll), requestMeasures),
  population(({ summaries }) => summaries.filter((one) => one.longPoll), longPollMeasures),
  population(({ contacts }) => contacts, contactMeasures),
  population(({ contacts }) => contacts.filter(isPoor), verdictMeasures),
  population(({ contacts }) => contacts.filter(isAnswered), coverageMeasures),
  population(({ contacts }) => contacts.filter(hasBoth.Agent), agreementMeasures.Agent),
  population(({ contacts }) => contacts.filter(hasBoth.Customer), agreementMeasures.Customer),
  population(({ metrics }) => metrics.filter(isOf('queue')), queueMetricMeasures),
  population(({ metrics }) => metrics.filter(isOf('routing-profile')), profileMetricMeasures),
  population(({ preflights }) => preflights, checkMeasures),
  population(({ readiness }) => readiness.filter(({ present }) => present), troubleMeasures),
  population(({ failures }) => failures, { failedRequests: (all) => exactly(all.length) }),
];

/** The documents that a measure is about. Throws an Error of one that no plain code computes. */
export function populationOf(id: string): Population {
  const found = populations.find(({ has }) => has(id));
  if (!found) throw new Error(`No plain code computes ${id}: write it down in test/query/plain`);
  return found;
}
