/** The process of one function, as Lambda would have one: loads the bundle, takes one event after the other, a line each. */
import { createInterface } from 'node:readline';

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
// One at a time: what waits is not the function's memory.
const events = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const start = performance.now();
const { handler } = (await import(process.argv[2] ?? '')) as { handler: Handler };
const startMillis = performance.now() - start;

const first = await take((await events.next()).value ?? '');
const others: Took[] = [];
for await (const event of events) others.push(await take(event));
const millis = others.map((its) => its.millis).sort((a, b) => a - b);
const cost: FunctionCost = {
  startMillis,
  firstMillis: first.millis,
  medianMillis: millis[Math.floor(millis.length / 2)] ?? Number.NaN,
  slowestMillis: millis.at(-1) ?? Number.NaN,
  processorMillis: others.reduce((sum, its) => sum + its.processorMillis, 0) / others.length,
  firstProcessorMillis: first.processorMillis,
  mostMegabytes: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(`\n${JSON.stringify(cost)}`);
process.exit();

type Took = { readonly millis: number; readonly processorMillis: number };

async function take(line: string): Promise<Took> {
  const event: unknown = JSON.parse(line);
  const [before, spentBefore] = [performance.now(), spent()];
  const answer = JSON.stringify(await handler(event, context));
  // Who reads a stream answers nothing.
  if (answer !== undefined && !/"statusCode":202|"batchItemFailures":\[\]/.test(answer))
    throw new Error(`answered ${answer}`);
  return { millis: performance.now() - before, processorMillis: spent() - spentBefore };
}
