import { makeOrganisation } from '../../../local/organisation.ts';
import type { ApiMetrics } from '../../../model/messages/api-metrics.ts';
import type { SoftphoneReport } from '../../../model/messages/softphone-report.ts';
import type { SoftphoneStats } from '../../../model/messages/softphone-stats.ts';
import { buildApiMetrics, buildReport, buildStats, buildWindow } from '../../builders.ts';
import { type Answer, send } from './http.ts';
import { runningStack } from './stack.ts';

export type Route = '/softphone-stats' | '/softphone-reports' | '/api-metrics';

/** Posts to the ingest API as the softphone page would: its origin, its content type. A string goes as it is. */
export function post(
  route: Route,
  body: object | string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { apiUrl, softphoneUrl } = runningStack();
  return send(`${apiUrl}${route}`, {
    method: 'POST',
    headers: { origin: new URL(softphoneUrl).origin, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
  });
}

/** The instance that the stack is deployed for. */
export const { instanceId } = makeOrganisation();

/** Builders give messages of a fixed day; these say the same of a moment that the deployed functions find plausible. */
export function statsAt(at: Date, agent: string, contactId: string): SoftphoneStats {
  const startedAt = at.toISOString();
  return buildStats({
    ...sender(agent),
    call: { contactId, startedAt },
    windows: [buildWindow({ startedAt }), buildWindow({ startedAt, streamType: 'audio_output' })],
  });
}

export function reportAt(at: Date, agent: string, contactId: string): SoftphoneReport {
  const { report } = buildReport();
  const end = new Date(at.getTime() + 95_000).toISOString();
  return buildReport({
    ...sender(agent),
    call: { contactId, startedAt: at.toISOString() },
    report: { ...report, callStartTime: at.toISOString(), callEndTime: end },
  });
}

export function apiMetricsAt(at: Date, agent: string): ApiMetrics {
  const end = new Date(at.getTime() + 30_000).toISOString();
  return buildApiMetrics({ ...sender(agent), startedAt: at.toISOString(), endedAt: end });
}

function sender(agent: string) {
  return { instanceId, agent, clientId: crypto.randomUUID(), sentAt: new Date().toISOString() };
}
