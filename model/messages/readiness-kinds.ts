/** What keeps a signed-in agent from taking the next call well, in the order in which it is shown. */
export const readinessKinds = [
  'microphoneBlocked',
  'microphoneMissing',
  /** The browser or the computer stopped the page for a while: a call would not have rung. */
  'pageFrozen',
  /** Two pages of this browser have a softphone: they take the sound from each other. */
  'softphoneTwice',
  /** Amazon Connect's WebSocket or worker says nothing any more. */
  'connectionSilent',
  /** The agent API, or this deployment's, refuses call after call. */
  'apiFailing',
] as const;
export type ReadinessKind = (typeof readinessKinds)[number];

/** More than a page finds in half a minute: what comes later is in the next message. */
export const mostReadinessChanges = 50;
