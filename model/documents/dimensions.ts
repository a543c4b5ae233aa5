import * as z from 'zod';
import { callConnection } from '../messages/call.ts';

/** By what every softphone document can be split. What is not known is absent. */
export const dimensions = z.object({
  instanceId: z.string(),
  agent: z.string(),
  agentRoutingProfile: z.string().optional(),
  agentHierarchy: z
    .object({
      level1: z.string().optional(),
      level2: z.string().optional(),
      level3: z.string().optional(),
      level4: z.string().optional(),
      level5: z.string().optional(),
    })
    .optional(),
  agentPublicIp: z.string().optional(),
  agentPrivateIp: z.string().optional(),
  /** Of `agentPrivateIp`: its /24 (IPv4) or /48 (IPv6), as `10.20.30.0/24`. */
  agentPrivateNetwork: z.string().optional(),
  /** By the deployment's list of address ranges. */
  site: z.string().optional(),
  geo: z
    .object({
      countryIsoCode: z.string().optional(),
      countryName: z.string().optional(),
      regionName: z.string().optional(),
      cityName: z.string().optional(),
    })
    .optional(),
  /** The autonomous system: whose network the agent is on. */
  as: z.object({ number: z.number().optional(), organization: z.string().optional() }).optional(),
  browser: z.object({ name: z.string().optional(), version: z.string().optional() }).optional(),
  os: z.object({ name: z.string().optional(), version: z.string().optional() }).optional(),
  device: z.object({ cpuCount: z.number().optional(), memoryGiB: z.number().optional() }).optional(),
  streamsVersion: z.string().optional(),
  rtcVersion: z.string().optional(),
  pageVersion: z.string().optional(),
});
export type Dimensions = z.infer<typeof dimensions>;

/** Which contact a softphone document is about. */
export const contactFacts = z.object({
  contactId: z.string(),
  contactQueue: z.string().optional(),
  contactQueueArn: z.string().optional(),
  contactDirection: z.string().optional(),
  signalingEndpoint: z.string().optional(),
  iceServers: z.array(z.string()).optional(),
  /** How its packets went, where the agents' page hosted its sound. */
  connection: callConnection.optional(),
});
export type ContactFacts = z.infer<typeof contactFacts>;

/** When a document is about, and when it came. */
export const stamps = z.object({
  /** UTC; corrected by the page's clock skew where that is more than 30 s. */
  '@timestamp': z.string(),
  /** When the gateway took the message: the server's clock. */
  receivedAt: z.string(),
  /** How wrong the page's clock was, where that was corrected; positive when it was behind. */
  clockSkewMillis: z.number().optional(),
});
export type Stamps = z.infer<typeof stamps>;
