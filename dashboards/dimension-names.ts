import type { Dimension } from '../model/query/dimension.ts';

/** How people call the dimensions: one, and several. */
export const dimensionNames: Readonly<Record<Dimension, { one: string; many: string }>> = {
  queue: { one: 'Queue', many: 'Queues' },
  routingProfile: { one: 'Routing profile', many: 'Routing profiles' },
  level1: { one: 'Hierarchy level 1', many: 'Hierarchy, level 1' },
  level2: { one: 'Hierarchy level 2', many: 'Hierarchy, level 2' },
  level3: { one: 'Hierarchy level 3', many: 'Hierarchy, level 3' },
  level4: { one: 'Hierarchy level 4', many: 'Hierarchy, level 4' },
  level5: { one: 'Hierarchy level 5', many: 'Hierarchy, level 5' },
  site: { one: 'Site', many: 'Sites' },
  agent: { one: 'Agent', many: 'Agents' },
  country: { one: 'Country', many: 'Countries' },
  city: { one: 'City', many: 'Cities' },
  network: { one: 'Network provider', many: 'Network providers' },
  privateNetwork: { one: 'Private network', many: 'Private networks' },
  relayHost: { one: 'Relay host', many: 'Relay hosts' },
  browser: { one: 'Browser', many: 'Browsers' },
  browserVersion: { one: 'Browser version', many: 'Browser versions' },
  os: { one: 'Operating system', many: 'Operating systems' },
  osVersion: { one: 'System version', many: 'System versions' },
  cpuCount: { one: 'Processors', many: 'Numbers of processors' },
  memory: { one: 'Memory (GiB)', many: 'Amounts of memory (GiB)' },
  streamsVersion: { one: 'Streams version', many: 'Streams versions' },
  direction: { one: 'Call direction', many: 'Call directions' },
  signalingEndpoint: { one: 'Signalling endpoint', many: 'Signalling endpoints' },
};
