/** What the control calls answer; see control/routes.ts. */
export interface AgentView {
  readonly username: string;
  readonly state: string;
}
export interface DirectionView {
  readonly forwarded: number;
  readonly dropped: number;
  readonly delayMs?: number;
}
export type FaultName = 'lossPercent' | 'delayMs' | 'jitterMs';
export type Faults = Readonly<Record<FaultName, number>>;
export type DirectionName = 'toAgent' | 'fromAgent';
/** A contact that waits in a queue, is with somebody outside, or never rang at an agent. */
export interface ContactView {
  readonly contactId: string;
  readonly state: string;
  readonly initiationMethod: string;
  readonly queue?: string;
}
/** A contact that rings, or rang, at an agent. */
export interface CallView extends ContactView {
  readonly agent: string;
  readonly toAgent: DirectionView;
  readonly fromAgent: DirectionView;
  readonly network: Readonly<Record<DirectionName, Faults>>;
}

/** Does a control call; throws an Error with the simulator's own words if it refuses. */
export async function control<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`/sim${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
  const answer = (await response.json()) as T & { title?: string };
  if (!response.ok) throw new Error(answer.title ?? `The simulator answered ${response.status}`);
  return answer;
}
