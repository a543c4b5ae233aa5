import { button, element } from '../element.ts';
import type { ContactView } from './api.ts';

interface Actions {
  hangUp(): void;
  ring(agent: string): void;
  callBack(): void;
}

/** A contact that is at no agent: in a queue with ways out of it, or with somebody outside, or over. */
export function waitingPanel(
  { contactId, state, queue }: ContactView,
  agents: readonly string[],
  actions: Actions,
): HTMLElement {
  const title = element(
    'h3',
    {},
    queue ?? 'Somebody outside',
    ' ',
    element('span', { className: 'badge' }, state),
  );
  const id = element('p', { className: 'quiet' }, contactId);
  const isOver = state === 'ended';
  const hangUp = button('Hang up', 'danger', actions.hangUp);
  return element(
    'article',
    { className: isOver ? 'over' : '' },
    element('div', { className: 'title' }, element('div', {}, title, id), ...(isOver ? [] : [hangUp])),
    ...(state === 'queued' ? [choices(agents, actions)] : []),
  );
}

function choices(agents: readonly string[], { ring, callBack }: Actions): HTMLElement {
  const agent = element('select', { ariaLabel: 'Agent' });
  agent.append(...agents.map((name) => element('option', {}, name)));
  const ringing = button('Ring', 'primary', () => ring(agent.value));
  ringing.disabled = agents.length === 0;
  return element(
    'p',
    { className: 'choices' },
    agent,
    ringing,
    button('Asks to be called back', '', callBack),
  );
}
