import type { ReadinessChange } from '../../../model/messages/readiness.ts';
import { mostReadinessChanges } from '../../../model/messages/readiness-kinds.ts';

/** What comes within this time goes in one message. */
const togetherMillis = 2000;

export type ChangeReport = {
  note(changes: readonly ReadinessChange[]): void;
  /** What waits goes now. */
  flush(): void;
};

/** What began and was over at once was none, such as a permission that a browser takes and gives in a moment. */
function lasting(changes: readonly ReadinessChange[]): readonly ReadinessChange[] {
  const kept: ReadinessChange[] = [];
  for (const change of changes) {
    const at = kept.findIndex(({ kind, present }) => kind === change.kind && present !== change.present);
    if (at < 0) kept.push(change);
    else kept.splice(at, 1);
  }
  return kept;
}

/**
 * Collects changes into messages.
 *
 * @param send of at most as many as the server takes of one message
 * @param later runs it after so many milliseconds
 */
export function reportChanges(
  send: (changes: readonly ReadinessChange[]) => void,
  later: (then: () => void, millis: number) => void = (then, millis) => void setTimeout(then, millis),
): ChangeReport {
  let waiting: readonly ReadinessChange[] = [];
  const flush = () => {
    waiting = lasting(waiting);
    while (waiting.length > 0) {
      const some = waiting.slice(0, mostReadinessChanges);
      waiting = waiting.slice(some.length);
      send(some);
    }
  };
  return {
    note(changes) {
      if (changes.length === 0) return;
      if (waiting.length === 0) later(flush, togetherMillis);
      waiting = [...waiting, ...changes];
    },
    flush,
  };
}
