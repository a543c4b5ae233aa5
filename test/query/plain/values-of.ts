import type { ApiFailureDocument } from '../../../model/documents/api-metric.ts';
import type { CallDocument } from '../../../model/documents/call.ts';
import type { ContactDocument } from '../../../model/documents/contact.ts';
import type { PreflightDocument } from '../../../model/documents/preflight.ts';
import type { ReadinessDocument } from '../../../model/documents/readiness-change.ts';
import type { Split } from '../../../model/query/split.ts';
import type { AnyDocument } from './populations.ts';

type Values = readonly (string | number | undefined)[] | string | number | undefined;
/** What only some documents have; of the others it is not known. */
type Any = AnyDocument &
  Others<CallDocument> &
  Others<ApiFailureDocument> &
  Others<ContactDocument> &
  Others<PreflightDocument> &
  Others<ReadinessDocument>;
type Others<Document> = {
  readonly [Name in Exclude<keyof Document, keyof AnyDocument>]?: Document[Name] | undefined;
};

const of: Readonly<Record<Split, (document: Any) => Values>> = {
  queue: (document) => document.contactQueue,
  routingProfile: (document) => document.agentRoutingProfile,
  level1: (document) => document.agentHierarchy?.level1,
  level2: (document) => document.agentHierarchy?.level2,
  level3: (document) => document.agentHierarchy?.level3,
  level4: (document) => document.agentHierarchy?.level4,
  level5: (document) => document.agentHierarchy?.level5,
  site: (document) => document.site,
  agent: (document) => document.agent,
  country: (document) => document.geo?.countryIsoCode,
  city: (document) => document.geo?.cityName,
  network: (document) => document.as?.organization,
  privateNetwork: (document) => document.agentPrivateNetwork,
  relayHost: (document) => document.iceServers,
  browser: (document) => document.browser?.name,
  browserVersion: (document) => document.browser?.version,
  os: (document) => document.os?.name,
  osVersion: (document) => document.os?.version,
  cpuCount: (document) => document.device?.cpuCount,
  memory: (document) => document.device?.memoryGiB,
  streamsVersion: (document) => document.streamsVersion,
  direction: (document) => document.contactDirection,
  signalingEndpoint: (document) => document.signalingEndpoint,
  operation: (document) => document.name,
  failure: (document) => document.failures,
  errorType: (document) => document.errorType,
  disconnectReason: (document) => document.disconnectReason,
  symptom: (document) => document.problem?.symptoms,
  warning: (document) => [...new Set(document.warnings?.map(({ kind }) => kind))],
  trouble: (document) => document.trouble,
  fault: (document) => document.notPassed,
};

/** By what a document is split, of which it may have several; none where it is not known. */
export function valuesOf(split: Split, document: AnyDocument): readonly string[] {
  const values = of[split](document);
  return [values].flat().flatMap((value) => (value === undefined ? [] : [String(value)]));
}
