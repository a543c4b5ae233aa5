import { type Faults, severity } from './faults.ts';
import type { Random } from './random.ts';

/** One call of the agent API. A failure's status is the one answered. */
export type ApiAnswer = { readonly timeMillis: number; readonly httpStatus: number };

/** How long the service itself takes, at the median; the way there comes on top. Names as Streams gives them. */
const serviceMillis: Readonly<Record<string, number>> = {
  getAgentConfiguration: 45,
  getAgentPermissions: 40,
  getAgentStates: 42,
  getDialableCountryCodes: 40,
  getRoutingProfileQueues: 48,
  createTransport: 95,
  putAgentState: 70,
  acceptContact: 120,
  clearContact: 75,
  destroyConnection: 85,
  holdConnection: 80,
  resumeConnection: 80,
  sendSoftphoneCallMetrics: 35,
  sendSoftphoneCallReport: 38,
};
const wayMillis: Readonly<Record<string, number>> = { Lisbon: 50, Krakow: 28, Manila: 195 };

/** The share of calls that are refused or fail, in a service that is well. */
const refusedShare = 0.002;
const failedShare = 0.0004;

/** How long an operation takes for an agent of a site at a moment, and how it ends. */
export function apiTime(name: string, site: string, at: number, faults: Faults, random: Random): ApiAnswer {
  const { slowOperation } = faults;
  const slow = name === slowOperation.name && at >= slowOperation.from && at < slowOperation.to;
  const median = slow ? severity.slowOperation.medianMillis : (serviceMillis[name] ?? 60);
  const timeMillis = Math.round((wayMillis[site] ?? 60) + random.logNormal(median, slow ? 0.3 : 0.35));
  if (random.chance(slow ? severity.slowOperation.faultShare : failedShare))
    return { timeMillis, httpStatus: 500 };
  return { timeMillis, httpStatus: random.chance(refusedShare) ? 400 : 200 };
}
