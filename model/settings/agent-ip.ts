/** What of agents' addresses is stored: all of them, the network they are in, or nothing. */
export const agentIpPolicies = ['keep', 'truncate', 'drop'] as const;
export type AgentIpPolicy = (typeof agentIpPolicies)[number];
