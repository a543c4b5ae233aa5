import type { KeptState, StateObject } from '../clients/state-object.ts';

/** An object in memory, for tests. */
export function makeExampleObject(): StateObject & { readonly now: () => KeptState | undefined } {
  let kept: KeptState | undefined;
  let writes = 0;
  return {
    now: () => kept,
    read: async () => kept,
    write: async (text, replaces) => {
      if (kept?.version !== replaces) return undefined;
      kept = { text, version: String(++writes) };
      return kept.version;
    },
  };
}
