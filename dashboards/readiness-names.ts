import type { ReadinessKind } from '../model/messages/readiness-kinds.ts';

/** What keeps signed-in agents from the next call, as managers read it. */
export const readinessNames: Readonly<Record<ReadinessKind, string>> = {
  microphoneBlocked: 'Microphone blocked',
  microphoneMissing: 'No microphone',
  pageFrozen: 'Page stood still',
  softphoneTwice: 'Two softphones open',
  connectionSilent: 'Connection silent',
  apiFailing: 'Agent API failing',
};
