/** The part of an OpenSearch mapping that this product uses. */
export type Mapping = {
  readonly type?: string;
  readonly properties?: Properties;
  readonly enabled?: false;
  readonly index?: false;
  readonly doc_values?: false;
  readonly scaling_factor?: number;
  readonly ignore_above?: number;
};
export type Properties = Readonly<Record<string, Mapping>>;

export const keyword: Mapping = { type: 'keyword', ignore_above: 512 };
export const date: Mapping = { type: 'date' };
export const long: Mapping = { type: 'long' };
export const integer: Mapping = { type: 'integer' };
export const boolean: Mapping = { type: 'boolean' };
const ip: Mapping = { type: 'ip' };
/** Three decimals, as a compressed integer: half of a float's bytes for these figures. */
export const decimal: Mapping = { type: 'scaled_float', scaling_factor: 1000 };
/** Added up, never searched by: without a tree of values it costs less to write. */
export const summed: Mapping = { type: 'integer', index: false };
export const summedDecimal: Mapping = { ...decimal, index: false };
/** Kept with the document, found by nothing. */
export const stored: Mapping = { type: 'object', enabled: false };
export const object = (properties: Properties): Mapping => ({ properties });

export const spread = object({ avg: decimal, max: decimal, p95: decimal });

export const stampsMapping: Properties = { '@timestamp': date, receivedAt: date, clockSkewMillis: long };

export const dimensionsMapping: Properties = {
  instanceId: keyword,
  agent: keyword,
  agentRoutingProfile: keyword,
  agentHierarchy: object({
    level1: keyword,
    level2: keyword,
    level3: keyword,
    level4: keyword,
    level5: keyword,
  }),
  agentPublicIp: ip,
  agentPrivateIp: ip,
  agentPrivateNetwork: keyword,
  site: keyword,
  geo: object({ countryIsoCode: keyword, countryName: keyword, regionName: keyword, cityName: keyword }),
  as: object({ number: long, organization: keyword }),
  browser: object({ name: keyword, version: keyword }),
  os: object({ name: keyword, version: keyword }),
  device: object({ cpuCount: integer, memoryGiB: decimal }),
  streamsVersion: keyword,
  rtcVersion: keyword,
  pageVersion: keyword,
};

export const contactFactsMapping: Properties = {
  contactId: keyword,
  contactQueue: keyword,
  contactQueueArn: keyword,
  contactDirection: keyword,
  signalingEndpoint: keyword,
  iceServers: keyword,
  connection: object({ relayed: boolean, protocol: keyword, codec: keyword, networkChanges: integer }),
};
