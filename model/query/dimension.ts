/**
 * By what calls can be split and narrowed: the name in a query string → the field of the document.
 * Only these fields are ever asked for; a name that is not here is refused at the edge.
 */
export const dimensionFields = {
  queue: 'contactQueue',
  routingProfile: 'agentRoutingProfile',
  level1: 'agentHierarchy.level1',
  level2: 'agentHierarchy.level2',
  level3: 'agentHierarchy.level3',
  level4: 'agentHierarchy.level4',
  level5: 'agentHierarchy.level5',
  site: 'site',
  agent: 'agent',
  country: 'geo.countryIsoCode',
  city: 'geo.cityName',
  network: 'as.organization',
  privateNetwork: 'agentPrivateNetwork',
  relayHost: 'iceServers',
  browser: 'browser.name',
  browserVersion: 'browser.version',
  os: 'os.name',
  osVersion: 'os.version',
  cpuCount: 'device.cpuCount',
  memory: 'device.memoryGiB',
  streamsVersion: 'streamsVersion',
  direction: 'contactDirection',
  signalingEndpoint: 'signalingEndpoint',
} as const;

export type Dimension = keyof typeof dimensionFields;

export const dimensions = Object.keys(dimensionFields) as readonly Dimension[];

/** What only a call has: an agent's API calls belong to no queue. */
const ofCallsOnly: readonly Dimension[] = ['queue', 'relayHost', 'direction', 'signalingEndpoint'];

/** Those whose values are numbers: the search engine refuses to look for other text in them. */
export const numericDimensions: readonly Dimension[] = ['cpuCount', 'memory'];

/** The dimensions that documents of agents' API calls have too. */
export const dimensionsOfApiCalls = dimensions.filter((dimension) => !ofCallsOnly.includes(dimension));

/** The value, in a query string, of documents in which the dimension is not known. */
export const notKnown = '';

/** The dimensions that contacts have: those of Connect's own record, and the site. */
export const dimensionsOfContacts = [
  'queue',
  'routingProfile',
  'level1',
  'level2',
  'level3',
  'level4',
  'level5',
  'agent',
  'site',
] as const satisfies readonly Dimension[];

/** The dimensions that what Connect counts by queue, routing profile and agent has; each figure some of them. */
export const dimensionsOfMetrics = dimensionsOfContacts.filter((dimension) => dimension !== 'site');

/** The dimensions that agents' own events and states have. */
export const dimensionsOfAgents = [
  'routingProfile',
  'level1',
  'level2',
  'level3',
  'level4',
  'level5',
  'agent',
] as const satisfies readonly Dimension[];
