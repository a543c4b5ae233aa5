import { button, element } from '../element.ts';
import type { CallView, DirectionName, FaultName } from './api.ts';

interface Actions {
  hangUp(): void;
  /** Into a queue of that name, or to somebody outside. */
  transfer(queue: string | undefined): void;
  spoil(direction: DirectionName, fault: FaultName, value: number): void;
}

const FAULTS: readonly {
  readonly name: FaultName;
  readonly label: string;
  readonly unit: string;
  readonly max: number;
}[] = [
  { name: 'lossPercent', label: 'Loss', unit: '%', max: 30 },
  { name: 'delayMs', label: 'Delay', unit: 'ms', max: 600 },
  { name: 'jitterMs', label: 'Jitter', unit: 'ms', max: 100 },
];

/** One call with its sliders; `update` shows new counts and leaves the sliders alone, since someone may hold one. */
export class CallPanel {
  readonly root: HTMLElement;
  readonly #state = element('span', { className: 'badge' });
  readonly #counts = {
    toAgent: element('p', { className: 'counts' }),
    fromAgent: element('p', { className: 'counts' }),
  };
  readonly #hangUp: HTMLButtonElement;
  readonly #transfer: HTMLElement;

  constructor(call: CallView, queues: readonly string[], actions: Actions) {
    this.#hangUp = button('Hang up', 'danger', () => actions.hangUp());
    this.#transfer = transferRow(queues, actions);
    const title = element('h3', {}, call.agent, ' ', this.#state);
    const queue = element('p', { className: 'quiet' }, `${call.queue ?? ''} · ${call.contactId}`);
    this.root = element(
      'article',
      {},
      element('div', { className: 'title' }, element('div', {}, title, queue), this.#hangUp),
      element(
        'div',
        { className: 'directions' },
        this.#direction('To the agent', 'toAgent', call, actions),
        this.#direction('From the agent', 'fromAgent', call, actions),
      ),
      this.#transfer,
    );
    this.update(call);
  }

  update(call: CallView): void {
    const isOn = ['connecting', 'incoming', 'connected'].includes(call.state);
    this.#state.textContent = call.state;
    this.#state.className = `badge ${call.state}`;
    this.#hangUp.hidden = !isOn;
    this.#transfer.hidden = call.state !== 'connected';
    this.root.classList.toggle('over', !isOn);
    for (const input of this.root.querySelectorAll('input')) input.disabled = !isOn;
    for (const direction of ['toAgent', 'fromAgent'] as const) {
      const { forwarded, dropped, delayMs } = call[direction];
      const total = forwarded + dropped;
      const share = total === 0 ? '' : ` (${((dropped * 100) / total).toFixed(1)} %)`;
      const delay = delayMs === undefined ? '' : `, ${delayMs} ms on the way`;
      this.#counts[direction].textContent = `${forwarded} packets, ${dropped} dropped${share}${delay}`;
    }
  }

  #direction(title: string, direction: DirectionName, call: CallView, actions: Actions): HTMLElement {
    const sliders = FAULTS.map(({ name, label, unit, max }) => {
      const value = call.network[direction][name];
      const shown = element('output', {}, `${value} ${unit}`);
      const input = element('input', { type: 'range', min: '0', max: String(max), value: String(value) });
      input.oninput = () => {
        shown.textContent = `${input.value} ${unit}`;
      };
      input.onchange = () => actions.spoil(direction, name, Number(input.value));
      return element('label', {}, element('span', {}, label), input, shown);
    });
    return element('fieldset', {}, element('legend', {}, title), ...sliders, this.#counts[direction]);
  }
}

function transferRow(queues: readonly string[], { transfer }: Actions): HTMLElement {
  const to = element('select', { ariaLabel: 'Transfer to' });
  to.append(
    ...queues.map((name) => element('option', {}, name)),
    element('option', { value: '' }, 'somebody outside'),
  );
  return element(
    'p',
    { className: 'choices' },
    to,
    button('Transfer', '', () => transfer(to.value || undefined)),
  );
}
