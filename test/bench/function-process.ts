/** The process of one function, as Lambda would have one: loads the bundle, takes one event after the other from its input. */
import { text } from 'node:stream/consumers';

export type FunctionCost = {
  /** Of loading the bundle. */
  readonly startMillis: number;
  readonly firstMillis: number;
  readonly medianMillis: number;
  readonly slowestMillis: number;
  /** Of the events after the first, each. */
  readonly processorMillis: number;
  readonly firstProcessorMillis: number;
  readonly mostMegabytes: number;
};

type Handler = (event: unknown, context: { getRemainingTimeInMillis: () => number }) => Promise<unknown>;

const context = { getRemainingTimeInMillis: () => 30_000 };
const events = JSON.parse(await text(process.stdin)) as unknown[];
const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const start = performance.now();
const { handler } = (await import(process.argv[2] ?? '')) as { handler: Handler };
const startMillis = performance.now() - start;

const startSpent = spent();
const firstMillis = await take(events[0]);
const firstSpent = spent();
const millis: number[] = [];
for (const event of events.slice(1)) millis.push(await take(event));
millis.sort((a, b) => a - b);
const cost: FunctionCost = {
  startMillis,
  firstMillis,
  medianMillis: millis[Math.floor(millis.length / 2)] ?? Number.NaN,
  slowestMillis: millis.at(-1) ?? Number.NaN,
  processorMillis: (spent() - firstSpent) / millis.length,
  firstProcessorMillis: firstSpent - startSpent,
  mostMegabytes: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(`\n${JSON.stringify(cost)}`);
process.exit();

async function take(event: unknown): Promise<number> {
  const before = performance.now();
  const answer = JSON.stringify(await handler(event, context));
  // Who reads a stream answers nothing.
  if (answer !== undefined && !/"statusCode":202|"batchItemFailures":\[\]/.test(answer))
    throw new Error(`answered ${answer}`);
  return performance.now() - before;
}
