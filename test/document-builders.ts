/** Documents as they are stored, made by the model itself of what `builders.ts` gives. */
import { type CallDocument, makeCall } from '../model/documents/call.ts';
import type { CallParts, CallQueue } from '../model/documents/call-parts.ts';
import type { ContactFacts, Dimensions, Stamps } from '../model/documents/dimensions.ts';
import { makeStreamWindow, type StreamWindowDocument } from '../model/documents/stream-window.ts';
import { defaultLimits } from '../model/quality/limits.ts';
import { buildCall, buildEnvelope, buildWindow, builtAt } from './builders.ts';

/** By what every document can be split, as enrichment gives it for an agent of Lisbon. */
export function buildDimensions(change: Partial<Dimensions> = {}): Dimensions {
  return {
    instanceId: buildEnvelope().instanceId,
    agent: 'ana.silva',
    agentRoutingProfile: 'Customer Care',
    agentHierarchy: { level1: 'Service', level2: 'Billing Team' },
    agentPublicIp: '81.84.12.10',
    site: 'Lisbon',
    geo: { countryIsoCode: 'PT' },
    browser: { name: 'Chrome', version: '142.0.0.0' },
    os: { name: 'Windows', version: '11' },
    pageVersion: '0.1.0',
    ...change,
  };
}

/** When a document is about, and when it came: at once. */
export function buildStamps(change: Partial<Stamps> = {}): Stamps {
  return { '@timestamp': builtAt, receivedAt: '2026-03-04T10:00:30.300Z', ...change };
}

/** Which contact a document is about. */
export function buildContactFacts(change: Partial<ContactFacts> = {}): ContactFacts {
  const { contactId, queue } = buildCall();
  return { contactId, contactQueue: queue?.name, contactQueueArn: queue?.arn, ...change };
}

/** The queue of a call, as its first message named it. */
export function buildCallQueue(change: Partial<CallQueue> = {}): CallQueue {
  const { contactQueue, contactQueueArn } = buildContactFacts();
  return { contactQueue, contactQueueArn, receivedAt: buildStamps().receivedAt, ...change };
}

/** A stored window, made by the model from `window`. */
export function buildWindowDocument(
  window = buildWindow(),
  dimensions: Partial<Dimensions> = {},
): StreamWindowDocument {
  return makeStreamWindow(
    {
      window,
      stamps: buildStamps({ '@timestamp': window.startedAt }),
      dimensions: buildDimensions(dimensions),
      contact: buildContactFacts(),
    },
    defaultLimits,
  );
}

/** A stored call, made by the model from its parts: by default one without any window. */
export function buildCallDocument(parts: Partial<CallParts> = {}): CallDocument {
  const { contactId } = buildContactFacts();
  const facts = { at: builtAt, dimensions: buildDimensions(), contact: { contactId } };
  return makeCall(
    {
      startedAt: buildCall().startedAt,
      stamps: buildStamps(),
      facts,
      queue: buildCallQueue(),
      windows: {},
      events: [],
      ...parts,
    },
    defaultLimits,
  );
}
