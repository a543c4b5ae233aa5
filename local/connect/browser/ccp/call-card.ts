import { button, element } from '../element.ts';

/** One contact: who, since when, and what the agent can do with it. */
export function callCard(contact: connect.Contact, agent: connect.Agent, isMuted: boolean): HTMLElement {
  const look = isOnHold(contact) ? 'hold' : contact.getStatus().type;
  const { phoneNumber = '' } = contact.getInitialConnection().getEndpoint();
  return element(
    'section',
    { className: `call ${look}` },
    element('p', { className: 'quiet' }, contact.getQueue().name ?? ''),
    element('p', { className: 'number' }, phoneNumber),
    element('p', { id: 'status' }, statusLine(contact)),
    element('div', { className: 'buttons' }, ...buttons(contact, agent, isMuted)),
  );
}

/** What the contact is in, and for how long. */
export function statusLine(contact: connect.Contact): string {
  const { type } = contact.getStatus();
  const text = isOnHold(contact) ? 'On hold' : (STATE_TEXTS[type] ?? type);
  return `${text} · ${clock(contact.getStatusDuration())}`;
}

const STATE_TEXTS: Readonly<Record<string, string>> = {
  connecting: 'Incoming call',
  incoming: 'Callback',
  connected: 'Connected',
  ended: 'After contact work',
  missed: 'Missed',
  rejected: 'Rejected',
  error: 'The call failed',
};

function isOnHold(contact: connect.Contact): boolean {
  return contact.isConnected() && contact.getInitialConnection().isOnHold();
}

function buttons(contact: connect.Contact, agent: connect.Agent, isMuted: boolean): HTMLButtonElement[] {
  const state: string = contact.getStatus().type;
  if (state === 'connecting' || state === 'incoming') {
    const accept = button('Accept', 'primary', () => contact.accept());
    return [accept, button('Reject', 'danger', () => contact.reject())];
  }
  if (state !== 'connected') return [button('Close contact', 'primary', () => contact.clear({}))];
  const customer = contact.getInitialConnection();
  return [
    isMuted ? button('Unmute', 'on', () => agent.unmute()) : button('Mute', '', () => agent.mute()),
    isOnHold(contact)
      ? button('Resume', 'on', () => customer.resume({}))
      : button('Hold', '', () => customer.hold({})),
    button('End call', 'danger', () => contact.getAgentConnection().destroy()),
  ];
}

function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
