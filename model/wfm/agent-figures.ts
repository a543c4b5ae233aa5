/** How long an agent was what in some time, in seconds. Idle and non-productive time are parts of the time online. */
export type AgentFigures = {
  readonly onlineSeconds: number;
  readonly nonProductiveSeconds: number;
  readonly idleSeconds: number;
};

/** An agent's interval, or half hour; when it begins in epoch milliseconds. */
export type AgentStretch = AgentFigures & { readonly agent: string; readonly from: number };

/** In this order, and by these names, they are compared and told. */
export const agentFigureNames = ['onlineSeconds', 'nonProductiveSeconds', 'idleSeconds'] as const;
