import { callReport } from '../../model/messages/softphone-report.ts';
import type { QualityLimits } from '../../model/quality/limits.ts';
import { apiFailure, type CallAnswer, callDetail, callWindow } from '../../model/query/call.ts';
import { KnownError } from '../errors.ts';
import type { Ask, Search, SearchAnswer } from './ask.ts';
import { allOf } from './conditions.ts';

/** Four hours of both directions; with their samples about 3 MB, and a function may answer with 6. */
const mostWindows = 1000;
const mostFailures = 100;

/**
 * Answers `GET /query/calls/{contactId}`: a call with its windows, its report and what failed meanwhile.
 *
 * @param agent whose call, where the contact has several; without it the one that was rated, or the latest
 * @throws KnownError `notFound`
 */
export async function oneCall(
  of: { contactId: string; agent?: string | undefined },
  ask: Ask,
  limits: QualityLimits,
): Promise<CallAnswer> {
  const [calls] = await ask([callsOfContact(of.contactId)]);
  const found = sources(calls).map((source) => callDetail.parse(source));
  const call = of.agent ? found.find((one) => one.agent === of.agent) : (found.find(wasHeard) ?? found[0]);
  if (!call)
    throw new KnownError(
      'notFound',
      'No call of this contact is stored; it may be older than the retention.',
    );
  const [windows, reports, failures] = await ask([
    documentsOf('softphone-stream-stats-*', call, mostWindows + 1, callWindow),
    documentsOf('softphone-call-reports-*', call, 1, callReport),
    failuresDuring(call),
  ]);
  const stored = sources(windows);
  return {
    call,
    windows: stored.slice(0, mostWindows).map((source) => callWindow.parse(source)),
    windowsCut: stored.length > mostWindows,
    report: sources(reports).map((source) => callReport.parse(source))[0] ?? null,
    apiFailures: sources(failures).map((source) => apiFailure.parse(source)),
    agents: [...new Set(found.map((one) => one.agent))],
    limits,
  };
}

type Call = CallAnswer['call'];

function callsOfContact(contactId: string): Search {
  return {
    index: 'softphone-calls-*',
    body: {
      size: 20,
      _source: { excludes: ['parts'] },
      query: allOf([{ term: { contactId } }]),
      sort: [{ '@timestamp': 'desc' }],
    },
  };
}

/** The call's documents of one kind, in the order of time, with the fields of the schema only. */
function documentsOf(index: string, call: Call, size: number, schema: { shape: object }): Search {
  return {
    index,
    body: {
      size,
      _source: { includes: Object.keys(schema.shape) },
      query: allOf([{ term: { contactId: call.contactId } }, { term: { agent: call.agent } }]),
      sort: [{ startedAt: 'asc' }],
    },
  };
}

function failuresDuring(call: Call): Search {
  const to = call.endedAt ?? new Date(Date.parse(call.startedAt) + 4 * 3_600_000).toISOString();
  return {
    index: 'softphone-api-metrics-*',
    body: {
      size: mostFailures,
      query: allOf([
        { term: { agent: call.agent } },
        { term: { kind: 'failure' } },
        { range: { at: { gte: call.startedAt, lte: to } } },
      ]),
      sort: [{ at: 'asc' }],
    },
  };
}

const wasHeard = (call: Call) => call.seconds.good + call.seconds.fair + call.seconds.poor > 0;

const sources = (answer: SearchAnswer | undefined): unknown[] =>
  answer?.hits.hits.map((hit) => hit._source) ?? [];
