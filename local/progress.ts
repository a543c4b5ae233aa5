const REMINDER_MILLIS = 5000;

/** Tells a person what goes on; tests pass one that says nothing. */
export type Say = (line: string) => void;

/** Does the work, says how long it took, and while it lasts that it still does. */
export async function step<T>(name: string, say: Say, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  const reminder = setInterval(() => say(`· ${name}: still at it, ${seconds()}`), REMINDER_MILLIS);
  try {
    const result = await work();
    say(`✔ ${name}, ${seconds()}`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}
