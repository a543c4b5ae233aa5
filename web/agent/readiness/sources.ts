import type { ReadinessKind } from '../../../model/messages/readiness-kinds.ts';

/** What is the matter, and the one thing to do. */
type NoteWords = { readonly title: string; readonly step: string };

/** From where the page knows of a trouble: of which kind it is, and what is said of it where nothing else on the page does. */
type SourceFacts = { readonly kind: ReadinessKind; readonly note?: NoteWords };

export const sources = {
  /** There is a card for it (trouble-words.ts), as for the next one. */
  microphoneBlocked: { kind: 'microphoneBlocked' },
  microphoneMissing: { kind: 'microphoneMissing' },
  pageFrozen: {
    kind: 'pageFrozen',
    note: {
      title: 'This page stood still: a call would not have rung.',
      step: 'Keep it in a window of its own, and the computer awake.',
    },
  },
  softphoneTwice: {
    kind: 'softphoneTwice',
    note: {
      title: 'The softphone is open twice.',
      step: 'Close the other tab before the next call.',
    },
  },
  connectionSilent: {
    kind: 'connectionSilent',
    note: {
      title: 'Amazon Connect has said nothing for a while.',
      step: 'Check your network, or load the page again.',
    },
  },
  /** The WebSocket itself said so: there is a card. */
  connectionLost: { kind: 'connectionSilent' },
  agentApiFailing: {
    kind: 'apiFailing',
    note: {
      title: 'Amazon Connect refuses what the softphone asks.',
      step: 'Load the page again, and sign in.',
    },
  },
  /** The collector's line in the panel says so. */
  sendingFails: { kind: 'apiFailing' },
} as const satisfies Readonly<Record<string, SourceFacts>>;
export type Source = keyof typeof sources;

/** What there is to say of a source that the page says nowhere else. */
export function noteOf(source: Source): NoteWords | undefined {
  const facts: SourceFacts = sources[source];
  return facts.note;
}
