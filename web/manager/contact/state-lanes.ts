import type { ContactState } from '../../../model/documents/contact-states.ts';
import type { ContactAnswer } from '../../../model/query/contacts.ts';
import { contactStateName } from '../words/connect-names.ts';
import type { Lane, Span, Tone } from './span.ts';

/** The agents whom a contact was at: those it rang at, and the record's own. */
export function eachAgent({ agent, calls, states }: ContactAnswer['contact']): string[] {
  const all = [...calls, ...states].map((one) => one.agent);
  return [...new Set([...(agent === undefined ? [] : [agent]), ...all])];
}

/**
 * What an agent was in, and what the contact was in at this agent; no lane where nothing is known. Pure.
 *
 * @param end until when the last one is shown
 */
export function statesOf(agent: string, states: readonly ContactState[], end: number): Lane[] {
  const its = states.filter((state) => state.agent === agent);
  const chosen = merged(its.map((state) => spanOf(state, end, stateName(state), toneOfState(state))));
  const contacts = merged(
    its.flatMap((state) =>
      state.contactState
        ? [spanOf(state, end, contactStateName(state.contactState), toneOfContact(state.contactState))]
        : [],
    ),
  );
  return [
    ...(chosen.length > 0 ? [{ name: agent, spans: chosen }] : []),
    ...(contacts.length > 0 ? [{ name: `Contact at ${agent}`, spans: contacts }] : []),
  ];
}

/** A state as people read it. */
export function stateName({ event, state }: ContactState): string {
  return event === 'LOGOUT' ? 'Signed out' : (state ?? 'Not known');
}

function spanOf({ at, seconds }: ContactState, end: number, name: string, tone: Tone): Span {
  const from = Date.parse(at);
  return { from, to: seconds === undefined ? Math.max(end, from) : from + 1000 * seconds, name, tone };
}

/** What was said again, because something else changed, is one stretch. */
function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all[all.length - 1];
    if (last && last.name === span.name && last.to >= span.from)
      all[all.length - 1] = { ...last, to: span.to };
    else all.push(span);
  }
  return all;
}

function toneOfState({ event, stateType }: ContactState): Tone {
  if (event === 'LOGOUT' || stateType === 'OFFLINE') return 'plain';
  return stateType === 'ROUTABLE' ? 'talk' : 'wait';
}

const contactTones: Readonly<Record<string, Tone>> = {
  CONNECTED: 'talk',
  CONNECTED_ONHOLD: 'hold',
  ENDED: 'work',
  MISSED: 'failed',
  ERROR: 'failed',
  REJECTED: 'failed',
};

function toneOfContact(state: string): Tone {
  return Object.hasOwn(contactTones, state) ? (contactTones[state] ?? 'plain') : 'plain';
}
