import { callLogDocument } from '../../model/documents/call-log.ts';
import { mostLogParts } from '../../model/logs/limits.ts';
import { preflight } from '../../model/messages/preflight.ts';
import type { QualityLimits } from '../../model/quality/limits.ts';
import type { SupportBundle } from '../../model/query/support-bundle.ts';
import type { Ask, Search, SearchAnswer } from './ask.ts';
import { allOf } from './conditions.ts';
import { oneCall } from './one-call.ts';

type Call = SupportBundle['call'];
const logPart = callLogDocument.pick({ lines: true });

/**
 * Answers `GET /query/contacts/{contactId}/support-bundle`: one agent's call of a contact with its log, and with the check
 * that the agent made last before it.
 *
 * @param agent whose call, where the contact has several; without it the one that was rated, or the latest
 * @throws KnownError `notFound`
 */
export async function supportBundleOf(
  of: { contactId: string; agent?: string | undefined },
  ask: Ask,
  limits: QualityLimits,
  region: string | undefined,
): Promise<SupportBundle> {
  const answer = await oneCall(of, ask, limits);
  const [logs, checks] = await ask([logOf(answer.call), lastCheckBefore(answer.call)]);
  const lines = sources(logs).flatMap((source) => logPart.parse(source).lines);
  return {
    ...answer,
    ...(region ? { region } : {}),
    log: lines.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    preflight: sources(checks).map((source) => preflight.parse(source))[0] ?? null,
  };
}

function logOf({ contactId, agent }: Call): Search {
  return {
    index: 'softphone-call-logs-*',
    body: {
      size: mostLogParts,
      _source: { includes: Object.keys(logPart.shape) },
      query: allOf([{ term: { contactId } }, { term: { agent } }]),
      sort: [{ part: 'asc' }],
    },
  };
}

function lastCheckBefore({ agent, startedAt }: Call): Search {
  return {
    index: 'softphone-preflights-*',
    body: {
      size: 1,
      _source: { includes: Object.keys(preflight.shape) },
      query: allOf([{ term: { agent } }, { range: { startedAt: { lte: startedAt } } }]),
      sort: [{ startedAt: 'desc' }],
    },
  };
}

const sources = (answer: SearchAnswer | undefined): unknown[] =>
  answer?.hits.hits.map((hit) => hit._source) ?? [];
