// The control page for people.
import { agentList } from './control/agent-list.ts';
import { type AgentView, type CallView, control } from './control/api.ts';
import { CallPanel } from './control/call-panel.ts';
import { byId } from './element.ts';

const REFRESH_MS = 1_000;
const SHOWN_CALLS = 10;

const panels = new Map<string, CallPanel>();
let agentsShown = '';

async function act(method: string, path: string, body?: object): Promise<void> {
  try {
    await control(method, path, body);
    byId('problem').textContent = '';
    await refresh();
  } catch (error) {
    byId('problem').textContent = error instanceof Error ? error.message : String(error);
  }
}

function showAgents(agents: readonly AgentView[], queues: readonly string[]): void {
  const now = JSON.stringify(agents);
  // Drawn only when something changed: an open list of queues would close.
  if (now === agentsShown) return;
  agentsShown = now;
  byId('agents').replaceChildren(
    agentList(agents, queues, (agent, options) => void act('POST', '/calls', { agent, ...options })),
  );
}

function showCall(call: CallView): void {
  const known = panels.get(call.contactId);
  if (known) {
    known.update(call);
    return;
  }
  const path = `/calls/${call.contactId}`;
  const panel = new CallPanel(call, {
    hangUp: () => void act('DELETE', path),
    spoil: (direction, fault, value) =>
      void act('PATCH', path, { network: { [direction]: { [fault]: value } } }),
  });
  panels.set(call.contactId, panel);
  byId('calls').prepend(panel.root);
}

async function refresh(): Promise<void> {
  const [agents, calls] = await Promise.all([
    control<AgentView[]>('GET', '/agents'),
    control<CallView[]>('GET', '/calls'),
  ]);
  showAgents(agents, await queues);
  for (const call of calls.slice(-SHOWN_CALLS)) showCall(call);
}

const queues = control<string[]>('GET', '/queues');
const refreshForEver = () => {
  refresh()
    .catch(() => {
      byId('problem').textContent = 'The simulator does not answer';
    })
    .finally(() => setTimeout(refreshForEver, REFRESH_MS));
};
refreshForEver();
