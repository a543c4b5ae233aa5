import * as z from 'zod';
import { send } from './http.ts';
import { runningStack } from './stack.ts';
import { patienceMillis, waitFor } from './wait-for.ts';

type Direction = { readonly lossPercent?: number; readonly delayMs?: number; readonly jitterMs?: number };
export type Network = { readonly toAgent?: Direction; readonly fromAgent?: Direction };

/** `POST /calls` of the simulated Connect. */
export type CallRequest = {
  readonly agent: string;
  readonly queue?: string;
  readonly autoAccept?: boolean;
  readonly network?: Network;
  readonly fail?: 'ice' | 'handshake' | 'microphone';
  /** false: the contact leaves without an `ended` state. */
  readonly afterContactWork?: boolean;
};

const lane = z.object({ forwarded: z.number(), dropped: z.number(), delayMs: z.number().optional() });
const simulatedCall = z.object({ state: z.string(), toAgent: lane, fromAgent: lane });
const made = z.object({ contactId: z.string() });
export type Lane = z.infer<typeof lane>;
export type SimulatedCall = z.infer<typeof simulatedCall>;

const packetsPerSecond = 50;

export const simulator = {
  agents: async () =>
    z.array(z.object({ username: z.string(), state: z.string() })).parse(await ask('GET', '/agents')),
  /** Rings the agent; gives the contact's id. */
  ring: async (call: CallRequest) => made.parse(await ask('POST', '/calls', call)).contactId,
  /** A customer calls and waits; gives the contact's id. */
  wait: async (call: { readonly queue: string; readonly lookupFails?: boolean }) =>
    made.parse(await ask('POST', '/calls', { ...call, waits: true })).contactId,
  /** Rings the agent for a customer who waits. */
  offer: (contactId: string, agent: string) =>
    ask('POST', `/calls/${contactId}/ring`, { agent, autoAccept: false }),
  state: async (contactId: string) =>
    z.object({ state: z.string() }).parse(await ask('GET', `/calls/${contactId}`)).state,
  /** The agent hands the customer on; gives the next contact's id. */
  transfer: async (contactId: string, queue: string) =>
    made.parse(await ask('POST', `/calls/${contactId}/transfer`, { queue })).contactId,
  /** The customer who waits asks to be called back; gives the callback's id. */
  callBack: async (contactId: string) =>
    made.parse(await ask('POST', `/calls/${contactId}/callback`, {})).contactId,
  call: async (contactId: string) => simulatedCall.parse(await ask('GET', `/calls/${contactId}`)),
  change: (contactId: string, network: Network) => ask('PATCH', `/calls/${contactId}`, { network }),
  /** The customer falls silent, or speaks again. */
  silence: (contactId: string, customerSilent: boolean) =>
    ask('PATCH', `/calls/${contactId}`, { customerSilent }),
  hangUp: (contactId: string) => ask('DELETE', `/calls/${contactId}`),
  /** Ends what an attempt before this one has left on; customers who wait have no agent yet. */
  hangUpAll: async (agent: string) => {
    const calls = z
      .array(z.object({ contactId: z.string(), agent: z.string().optional(), state: z.string() }))
      .parse(await ask('GET', '/calls'));
    const on = calls.filter(
      (call) => call.agent === agent && ['incoming', 'connecting', 'connected'].includes(call.state),
    );
    await Promise.all(on.map(({ contactId }) => simulator.hangUp(contactId)));
  },
  /** Delays the agent API's operations for everybody. */
  delay: (millisByOperation: Readonly<Record<string, number>>) =>
    ask('PUT', '/api-latency', millisByOperation),
  /** Everything that must never leave the softphone, as far as it was handed out. */
  secrets: async () => z.object({ secrets: z.array(z.string()) }).parse(await ask('GET', '/secrets')).secrets,
};

/** Waits until a softphone page of that agent is open. */
export async function untilSignedIn(agent: string): Promise<void> {
  const isOpen = (agents: { username: string }[]) => agents.some(({ username }) => username === agent);
  await waitFor(`a softphone page of ${agent}`, simulator.agents, isOpen);
}

/** Waits until the customer has spoken for so many seconds, by the packets that the relay took. */
export function untilTalked(contactId: string, seconds: number): Promise<SimulatedCall> {
  const talked = ({ toAgent }: SimulatedCall) =>
    (toAgent.forwarded + toAgent.dropped) / packetsPerSecond >= seconds;
  const patience = { within: seconds * 1000 + patienceMillis, every: 500 };
  return waitFor(`${seconds} s of call ${contactId}`, () => simulator.call(contactId), talked, patience);
}

/** What the relay dropped, in percent of what it got. */
export function droppedPercent({ forwarded, dropped }: Lane): number {
  return (100 * dropped) / (forwarded + dropped);
}

async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await send(`${runningStack().simulatorUrl}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (answer.status >= 300) {
    throw new Error(`The simulated Connect refused ${method} ${path}: ${answer.status} ${answer.text}`);
  }
  return answer.text === '' ? undefined : JSON.parse(answer.text);
}
