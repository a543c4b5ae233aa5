// The control page for people.
import { agentList } from './control/agent-list.ts';
import { type AgentView, type CallView, type ContactView, control } from './control/api.ts';
import { CallPanel } from './control/call-panel.ts';
import { queueEntry } from './control/queue-entry.ts';
import { waitingPanel } from './control/waiting-panel.ts';
import { byId } from './element.ts';

const REFRESH_MS = 1_000;
const SHOWN_CALLS = 10;

/** By contact; a panel is made anew when another agent is rung, or none. */
const panels = new Map<
  string,
  { readonly shows: string; readonly root: HTMLElement; readonly call?: CallPanel }
>();
/** Whom a transfer to somebody outside reaches: Ofcom keeps the number for drama. */
const outside = '+442079460123';
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

function showContact(
  contact: ContactView | CallView,
  agents: readonly string[],
  queues: readonly string[],
): void {
  const isAtAgent = 'network' in contact;
  const shows = isAtAgent ? contact.agent : [contact.state, ...agents].join();
  const known = panels.get(contact.contactId);
  if (known?.shows === shows) {
    if (isAtAgent) known.call?.update(contact);
    return;
  }
  const path = `/calls/${contact.contactId}`;
  const hangUp = () => void act('DELETE', path);
  const made = isAtAgent ? callPanel(contact, queues, path, hangUp) : undefined;
  const root =
    made?.root ??
    waitingPanel(contact, agents, {
      hangUp,
      ring: (agent) => void act('POST', `${path}/ring`, { agent }),
      callBack: () => void act('POST', `${path}/callback`, {}),
    });
  if (known) known.root.replaceWith(root);
  else byId('calls').prepend(root);
  panels.set(contact.contactId, { shows, root, ...(made && { call: made }) });
}

function callPanel(call: CallView, queues: readonly string[], path: string, hangUp: () => void): CallPanel {
  return new CallPanel(call, queues, {
    hangUp,
    transfer: (queue) =>
      void act('POST', `${path}/transfer`, queue === undefined ? { toNumber: outside } : { queue }),
    spoil: (direction, fault, value) =>
      void act('PATCH', path, { network: { [direction]: { [fault]: value } } }),
  });
}

async function refresh(): Promise<void> {
  const [agents, contacts, all] = await Promise.all([
    control<AgentView[]>('GET', '/agents'),
    control<(ContactView | CallView)[]>('GET', '/calls'),
    queues,
  ]);
  showAgents(agents, all);
  const names = agents.map(({ username }) => username);
  for (const contact of contacts.slice(-SHOWN_CALLS)) showContact(contact, names, all);
}

const queues = control<string[]>('GET', '/queues');
queues.then(
  (all) => {
    const enter = (wishes: object) => void act('POST', '/calls', { ...wishes, waits: true });
    byId('queue').replaceChildren(queueEntry(all, enter));
  },
  // Whether the simulator answers is said by what refreshes.
  () => undefined,
);
const refreshForEver = () => {
  refresh()
    .catch(() => {
      byId('problem').textContent = 'The simulator does not answer';
    })
    .finally(() => setTimeout(refreshForEver, REFRESH_MS));
};
refreshForEver();
