import { button, element } from '../element.ts';

/** A way for a customer to call without an agent being rung. */
export function queueEntry(
  queues: readonly string[],
  enter: (wishes: { queue: string; lookupFails: boolean }) => void,
): HTMLElement {
  const queue = element('select', { ariaLabel: 'Queue' });
  queue.append(...queues.map((name) => element('option', {}, name)));
  const fails = element('input', { type: 'checkbox' });
  const press = () => enter({ queue: queue.value, lookupFails: fails.checked });
  return element(
    'p',
    { className: 'choices' },
    queue,
    element('label', {}, fails, ' the flow’s look-up fails'),
    button('Call into the queue', '', press),
  );
}
