import * as z from 'zod';
import { dimensions } from './dimensions.ts';
import {
  contactFactsMapping,
  date,
  decimal,
  dimensionsMapping,
  integer,
  keyword,
  object,
  type Properties,
} from './mapping.ts';

const nativeQuality = z.object({ score: z.number().optional(), issues: z.array(z.string()).optional() });
const endpoint = z.object({
  type: z.string().optional(),
  /** HMAC-SHA-256 of the address, with the deployment's key: never the address. */
  addressHash: z.string().optional(),
});

/** What a contact's document has from the contact's record. */
export const contactRecordPart = z.object({
  /** When the contact began. */
  '@timestamp': z.string(),
  /** When the record came. */
  receivedAt: z.string(),
  instanceId: z.string(),
  contactId: z.string(),
  /** `LastUpdateTimestamp`: of several records of a contact the newest holds. */
  updatedAt: z.string(),
  agent: dimensions.shape.agent.optional(),
  agentArn: z.string().optional(),
  agentRoutingProfile: dimensions.shape.agentRoutingProfile,
  agentHierarchy: dimensions.shape.agentHierarchy,
  contactQueue: z.string().optional(),
  contactQueueArn: z.string().optional(),
  channel: z.string().optional(),
  /** `connect:Telephony`, `connect:WebRTC` … */
  subtype: z.string().optional(),
  initiationMethod: z.string().optional(),
  initiatedAt: z.string(),
  connectedToSystemAt: z.string().optional(),
  scheduledAt: z.string().optional(),
  enqueuedAt: z.string().optional(),
  dequeuedAt: z.string().optional(),
  queueSeconds: z.number().optional(),
  agentConnectionAttempts: z.number().optional(),
  connectedToAgentAt: z.string().optional(),
  /** Of the agent with the customer, without the time on hold. */
  talkSeconds: z.number().optional(),
  holds: z.number().optional(),
  holdSeconds: z.number().optional(),
  longestHoldSeconds: z.number().optional(),
  disconnectedAt: z.string().optional(),
  disconnectReason: z.string().optional(),
  potentialDisconnectIssue: z.string().optional(),
  afterContactWorkStartedAt: z.string().optional(),
  afterContactWorkEndedAt: z.string().optional(),
  afterContactWorkSeconds: z.number().optional(),
  transfer: z
    .object({
      completedAt: z.string().optional(),
      initialContactId: z.string().optional(),
      previousContactId: z.string().optional(),
      nextContactId: z.string().optional(),
      relatedContactId: z.string().optional(),
    })
    .optional(),
  /** Connect's own `QualityMetrics`: scores from 1 to 5. */
  nativeQuality: z.object({ agent: nativeQuality.optional(), customer: nativeQuality.optional() }).optional(),
  customerEndpoint: endpoint.optional(),
  systemEndpoint: endpoint.optional(),
  transferredToEndpoint: endpoint.optional(),
  /** `name=value`, of those attributes that the settings list. */
  attributes: z.array(z.string()).optional(),
});
export type ContactRecordPart = z.infer<typeof contactRecordPart>;

/** Of `transfer`, those that name other contacts. */
export const contactLinks = [
  'initialContactId',
  'previousContactId',
  'nextContactId',
  'relatedContactId',
] as const satisfies readonly (keyof NonNullable<ContactRecordPart['transfer']>)[];

const nativeQualityMapping = object({ score: decimal, issues: keyword });
const endpointMapping = object({ type: keyword, addressHash: keyword });
const { instanceId, agent, agentRoutingProfile, agentHierarchy = {} } = dimensionsMapping;
const { contactId, contactQueue, contactQueueArn } = contactFactsMapping;

export const contactRecordMapping = {
  '@timestamp': date,
  receivedAt: date,
  instanceId: instanceId ?? keyword,
  contactId: contactId ?? keyword,
  updatedAt: date,
  agent: agent ?? keyword,
  agentArn: keyword,
  agentRoutingProfile: agentRoutingProfile ?? keyword,
  agentHierarchy,
  contactQueue: contactQueue ?? keyword,
  contactQueueArn: contactQueueArn ?? keyword,
  channel: keyword,
  subtype: keyword,
  initiationMethod: keyword,
  initiatedAt: date,
  connectedToSystemAt: date,
  scheduledAt: date,
  enqueuedAt: date,
  dequeuedAt: date,
  queueSeconds: integer,
  agentConnectionAttempts: integer,
  connectedToAgentAt: date,
  talkSeconds: integer,
  holds: integer,
  holdSeconds: integer,
  longestHoldSeconds: integer,
  disconnectedAt: date,
  disconnectReason: keyword,
  potentialDisconnectIssue: keyword,
  afterContactWorkStartedAt: date,
  afterContactWorkEndedAt: date,
  afterContactWorkSeconds: integer,
  transfer: object({
    completedAt: date,
    initialContactId: keyword,
    previousContactId: keyword,
    nextContactId: keyword,
    relatedContactId: keyword,
  }),
  nativeQuality: object({ agent: nativeQualityMapping, customer: nativeQualityMapping }),
  customerEndpoint: endpointMapping,
  systemEndpoint: endpointMapping,
  transferredToEndpoint: endpointMapping,
  attributes: keyword,
} satisfies Properties & Readonly<Record<keyof ContactRecordPart, unknown>>;

/** The parts of a contact's id. */
export function contactIdentity(of: {
  readonly instanceId: string;
  readonly contactId: string;
}): readonly string[] {
  return ['contact', of.instanceId, of.contactId.toLowerCase()];
}
