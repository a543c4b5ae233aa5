import type { AgentStateNow } from '../../../model/query/agent-states.ts';
import { contactStateName } from '../words/connect-names.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';

const time = makeTimeFormat(viewerZone);

/** Amazon Connect says every two minutes that an agent is still there; of more than a few that are missing one should know. */
const silentMillis = 10 * 60_000;

/** What an agent is in: `Available, on a contact`. */
export function agentStateName({ signedIn, state, contacts }: AgentStateNow): string {
  if (!signedIn) return 'Signed out';
  const doing = [...new Set(contacts.map((contact) => contactStateName(contact.state).toLowerCase()))];
  return [state ?? 'Signed in, state not known', ...doing].join(', ');
}

/**
 * Since when, as the clock says it, with the day where that is not today's.
 *
 * @param at when the states were asked
 */
export function agentStateSince(state: AgentStateNow, at: string): string {
  const { signedIn, since, heardAt } = state;
  if (signedIn && Date.parse(at) - Date.parse(heardAt) > silentMillis) {
    return `not heard of since ${clock(heardAt, at)}`;
  }
  const from = since ?? (signedIn ? null : heardAt);
  return from === null ? '' : `since ${clock(from, at)}`;
}

function clock(moment: string, at: string): string {
  return time.day(moment) === time.day(at) ? time.time(moment) : time.dayAndTime(moment);
}

/** How many are in what, the most first: `12 Available, 3 Lunch`. */
export function stateCounts(states: readonly AgentStateNow[]): string {
  const counts = new Map<string, number>();
  for (const { signedIn, state } of states) {
    const name = signedIn ? (state ?? 'in a state that is not known') : 'signed out';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'en'));
  return sorted.map(([name, count]) => `${count} ${name}`).join(', ');
}
