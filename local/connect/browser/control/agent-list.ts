import { button, element } from '../element.ts';
import type { AgentView } from './api.ts';

/** The agents with a page open, each with the ways to ring. */
export function agentList(
  agents: readonly AgentView[],
  queues: readonly string[],
  ring: (agent: string, options: { queue?: string; autoAccept: boolean }) => void,
): HTMLElement {
  if (agents.length === 0) {
    const open = element('a', { href: '/ccp-v2?agent=ana.silva', target: '_blank' }, 'Open one as ana.silva');
    return element('p', { className: 'quiet' }, 'No softphone page is open. ', open);
  }
  return element('ul', {}, ...agents.map((agent) => row(agent, queues, ring)));
}

function row(
  { username, state }: AgentView,
  queues: readonly string[],
  ring: (agent: string, options: { queue?: string; autoAccept: boolean }) => void,
): HTMLElement {
  const queue = element('select', { ariaLabel: `Queue for ${username}` });
  queue.append(
    element('option', { value: '' }, 'usual queue'),
    ...queues.map((name) => element('option', {}, name)),
  );
  const press = (autoAccept: boolean) => () => {
    ring(username, { autoAccept, ...(queue.value && { queue: queue.value }) });
  };
  return element(
    'li',
    {},
    element('strong', {}, username),
    element('span', { className: 'badge' }, state),
    queue,
    button('Call, accepted at once', 'primary', press(true)),
    button('Ring', '', press(false)),
  );
}
