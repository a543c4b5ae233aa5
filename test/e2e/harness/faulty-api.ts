import type { BrowserContext, Route } from 'playwright-core';
import { type Route as Path, post } from './ingest.ts';
import { runningStack } from './stack.ts';

/** One attempt of the page to send a message. */
export type Attempt = {
  readonly path: Path;
  readonly body: string;
  /** The same for all attempts of a message. */
  readonly key: string;
  /** Of this message, from 1. */
  readonly number: number;
  /** Epoch milliseconds, by this machine's clock. */
  readonly at: number;
};

/** What becomes of an attempt; undefined: it reaches the API, and the page gets its answer. */
export type Fault = (attempt: Attempt, route: Route) => Promise<void> | undefined;

export type FaultyApi = {
  readonly attempts: readonly Attempt[];
  /** From now on every attempt reaches the API. */
  readonly mend: () => void;
};

/** Stands between a browser and the ingest API. */
export async function putBefore(context: BrowserContext, fault: Fault): Promise<FaultyApi> {
  const ofApi = `${runningStack().apiUrl}/**`;
  const attempts: Attempt[] = [];
  const times = new Map<string, number>();
  let isMended = false;
  await context.route(ofApi, async (route) => {
    const body = route.request().postData() ?? '';
    const { sentAt: _, ...message } = JSON.parse(body) as { sentAt: string };
    const key = JSON.stringify(message);
    const number = (times.get(key) ?? 0) + 1;
    times.set(key, number);
    const path = new URL(route.request().url()).pathname as Path;
    const attempt = { path, body, key, number, at: Date.now() };
    attempts.push(attempt);
    await ((isMended ? undefined : fault(attempt, route)) ?? route.continue());
  });
  return {
    attempts,
    // Not by unroute: a crashed page would hinder it.
    mend: () => {
      isMended = true;
    },
  };
}

/** The API's, or its gateway's, refusal. */
export function answer(
  route: Route,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  return route.fulfill({
    status,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'retry-after',
      ...headers,
    },
    json: { message: 'not now' },
  });
}

/** The API gets it, but its answer is lost. */
export async function store({ path, body }: Attempt): Promise<void> {
  const { status, text } = await post(path, body);
  if (status !== 202) throw new Error(`The API answered ${status} ${text}`);
}

/** Of each message, the milliseconds from its attempt of that number to the next one. */
export function pausesAfter(attempts: readonly Attempt[], number: number): number[] {
  return attempts.flatMap((attempt) => {
    if (attempt.number !== number) return [];
    const next = attempts.find((other) => other.key === attempt.key && other.number === number + 1);
    return next ? [next.at - attempt.at] : [];
  });
}
