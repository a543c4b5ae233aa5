import { mkdirSync } from 'node:fs';
import { logs } from './paths.mjs';

const REMINDER_MILLIS = 10_000;

/**
 * @typedef {object} Step
 * @property {string} name what is made ready
 * @property {string} doing what is going on while one waits
 * @property {() => boolean} isDone quick: it runs at every start
 * @property {() => Promise<void>} run throws an Error whose message says what to do
 */

/**
 * Runs the step if it has not been done yet, and shows that it is still running every ten seconds.
 * @param {Step} step
 */
export async function prepare(step) {
  if (step.isDone()) return;
  mkdirSync(logs, { recursive: true });
  const start = Date.now();
  const seconds = () => `${Math.round((Date.now() - start) / 1000)} s`;
  console.info(`· ${step.name}: ${step.doing} …`);
  const reminder = setInterval(
    () => console.info(`· ${step.name}: still ${step.doing}, ${seconds()}`),
    REMINDER_MILLIS,
  );
  try {
    await step.run();
    console.info(`✔ ${step.name}: ready after ${seconds()}`);
  } finally {
    clearInterval(reminder);
  }
}
