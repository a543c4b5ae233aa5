import type { ContactAnswer } from '../../../model/query/contacts.ts';
import { moduleName } from '../words/flow-words.ts';
import { ratingNames } from '../words/names.ts';
import { phasesOf } from './phases.ts';
import type { Lane, Span } from './span.ts';
import { eachAgent, statesOf } from './state-lanes.ts';

/** A contact's whole story over one axis of time. */
export type Story = { readonly from: number; readonly to: number; readonly lanes: readonly Lane[] };

const directions = [
  { streamType: 'audio_input', name: 'to the agent' },
  { streamType: 'audio_output', name: 'from the agent' },
] as const;

/** What happened to a contact, respect by respect, from a little before its beginning to a little after its end. Pure. */
export function storyOf(answer: ContactAnswer): Story {
  const { contact } = answer;
  const phases = phasesOf(contact);
  const flow = flowSpans(contact.flow);
  const sounds = soundLanes(answer);
  const known = [...phases, ...flow, ...sounds.flatMap(({ spans }) => spans)];
  const begin = Math.min(Date.parse(contact.initiatedAt), ...known.map(({ from }) => from));
  const end = Math.max(begin + 1000, ...known.map(({ to }) => to));
  // A little of what its agents were in before and after.
  const margin = Math.max(15_000, 0.08 * (end - begin));
  const [from, to] = [begin - margin, end + margin];
  const states = eachAgent(contact).flatMap((agent) => statesOf(agent, contact.states, to));
  const lanes = [
    lane('Contact', phases, 'The record has no times.'),
    lane('Flow', flow, 'No flow steps are stored.'),
    ...(states.length > 0 ? states : [lane('Agents', [], 'No states of agents are stored.')]),
    ...sounds,
  ];
  return { from, to, lanes: lanes.map((one) => within(one, from, to)) };
}

function lane(name: string, spans: readonly Span[], missing: string): Lane {
  return spans.length > 0 ? { name, spans } : { name, spans, missing };
}

/** The last step has no end of its own: it is shown as a moment. */
function flowSpans(flow: ContactAnswer['contact']['flow']): Span[] {
  return flow.map(({ at, seconds = 0, moduleType, failed }) => ({
    from: Date.parse(at),
    to: Date.parse(at) + 1000 * seconds,
    name: moduleName(moduleType),
    tone: failed ? 'failed' : 'plain',
  }));
}

/** Each agent's call in both directions, half a minute by half a minute. */
function soundLanes({ contact: { calls }, windows }: ContactAnswer): Lane[] {
  if (calls.length === 0) return [lane('Softphone', [], 'Nothing of a softphone is stored.')];
  return calls.flatMap(({ agent, missed }) => {
    const its = windows.filter((window) => window.agent === agent);
    if (missed && its.length === 0) return [lane(`${agent}: sound`, [], 'Did not take it.')];
    return directions.map(({ streamType, name }) =>
      lane(
        `${agent}: sound ${name}`,
        its.filter(({ softphoneStreamType }) => softphoneStreamType === streamType).map(soundSpan),
        'No audio statistics are stored.',
      ),
    );
  });
}

function soundSpan({ startedAt, windowSeconds, rating }: ContactAnswer['windows'][number]): Span {
  const from = Date.parse(startedAt);
  return { from, to: from + 1000 * windowSeconds, name: ratingNames[rating], tone: rating };
}

function within({ spans, ...rest }: Lane, from: number, to: number): Lane {
  const seen = spans
    .filter((span) => span.to >= from && span.from <= to)
    .map((span) => ({ ...span, from: Math.max(from, span.from), to: Math.min(to, span.to) }));
  return { ...rest, spans: seen };
}
