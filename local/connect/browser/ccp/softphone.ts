import { button, byId, element } from '../element.ts';
import { callCard, statusLine } from './call-card.ts';

/** Shows the agent's state and call, and lets a person use them. */
export function showSoftphone(): void {
  connect.agent((agent) => {
    let isMuted = false;
    const draw = () => byId('softphone').replaceChildren(header(agent), callOrIdle(agent, isMuted));
    agent.onRefresh(draw);
    agent.onMuteToggle(({ muted }) => {
      isMuted = muted;
      draw();
    });
    // It came through the worker, which leaves an object its fields but not its methods.
    agent.onSoftphoneError(({ errorMessage }) => console.error('The softphone failed:', errorMessage));
    // Only the clock, so that a list that is open stays open.
    setInterval(() => showClock(agent), 1_000);
    draw();
  });
}

function callOrIdle(agent: connect.Agent, isMuted: boolean): HTMLElement {
  const [contact] = agent.getContacts();
  if (contact) return callCard(contact, agent, isMuted);
  const isRoutable = String(agent.getState().type) === 'routable';
  const text = isRoutable ? 'Waiting for a call' : 'You get no calls in this state';
  return element('section', { className: 'idle quiet' }, text);
}

function showClock(agent: connect.Agent): void {
  const [contact] = agent.getContacts();
  const status = document.getElementById('status');
  if (contact && status) status.textContent = statusLine(contact);
}

function header(agent: connect.Agent): HTMLElement {
  const current = agent.getState().name;
  const choices = agent.getAgentStates().map((state) => state.name);
  const names = choices.includes(current) ? choices : [current, ...choices];
  const select = element('select', { ariaLabel: 'State' });
  select.append(...names.map((name) => element('option', { value: name, selected: name === current }, name)));
  select.onchange = () => {
    const chosen = agent.getAgentStates().find((state) => state.name === select.value);
    if (chosen) agent.setState(chosen, {}, { enqueueNextState: true });
  };
  const name = element('strong', {}, agent.getName());
  const out = button('Sign out', 'quiet', () => void signOut());
  return element('header', {}, element('div', {}, name, out), select);
}

/** As the real CCP does: the worker ends, every page of this agent asks for a new sign-in. */
async function signOut(): Promise<void> {
  await fetch('/logout', { redirect: 'manual' });
  const { TERMINATE } = connect.EventType as unknown as { TERMINATE: string };
  connect.core.getEventBus().trigger(TERMINATE);
}
