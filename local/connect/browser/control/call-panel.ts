import { button, element } from '../element.ts';
import type { CallView, DirectionName, FaultName } from './api.ts';

interface Actions {
  hangUp(): void;
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

  constructor(call: CallView, actions: Actions) {
    this.#hangUp = button('Hang up', 'danger', () => actions.hangUp());
    const title = element('h3', {}, call.agent, ' ', this.#state);
    const queue = element('p', { className: 'quiet' }, `${call.queue} · ${call.contactId}`);
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
    );
    this.update(call);
  }

  update(call: CallView): void {
    const isOn = call.state === 'connecting' || call.state === 'connected';
    this.#state.textContent = call.state;
    this.#state.className = `badge ${call.state}`;
    this.#hangUp.hidden = !isOn;
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
