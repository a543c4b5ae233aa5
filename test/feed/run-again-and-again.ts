import { setTimeout as pause } from 'node:timers/promises';

/** Runs a deployed function as its schedule does, one run after the other, until it is killed. */
const [, , bundle = '', pauseMillis = '0'] = process.argv;
const { handler } = (await import(bundle)) as { handler: () => Promise<unknown> };
for (;;) {
  await handler().catch((error: unknown) => console.error(error));
  await pause(Number(pauseMillis));
}
