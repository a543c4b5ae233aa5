import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import type { Outputs } from '../read-outputs.ts';
import { post } from './post.ts';

/** A new API's name takes a while to spread; a document is found a second after it was stored. */
const pauseMillis = 1000;
const attempts = 60;

const answer = z.object({ count: z.number() });

/** A message of the agents' page about one failed request that never was. */
export function selfTestMessage(instanceId: string, agent: string, now: Date) {
  const at = now.toISOString();
  return {
    version: 1,
    instanceId,
    agent,
    clientId: randomUUID(),
    pageVersion: 'self-test',
    sentAt: at,
    sequence: 0,
    startedAt: at,
    endedAt: at,
    operations: [],
    failures: [{ name: 'selfTest', at, kind: 'error' }],
  };
}

/**
 * Sends a message through the deployment as the agents' page would, finds it by search, and takes it out again.
 *
 * @returns what was seen, for a person
 * @throws Error that says which step failed
 */
export async function selfTest(
  lambda: LambdaClient,
  { ApiUrl, SelfTestFunction, AgentSiteSettings }: Outputs,
  origin: string,
): Promise<string> {
  const agent = `self-test-${randomBytes(8).toString('hex')}`;
  const step = async (name: 'begin' | 'find' | 'end') => {
    const Payload = JSON.stringify({ step: name, agent });
    const told = await lambda.send(new InvokeCommand({ FunctionName: SelfTestFunction, Payload }));
    const text = new TextDecoder().decode(told.Payload);
    if (told.FunctionError) throw new Error(`The self-test's function failed: ${text}`);
    return answer.parse(JSON.parse(text)).count;
  };
  await step('begin');
  try {
    const start = Date.now();
    const message = selfTestMessage(String(AgentSiteSettings.instanceId), agent, new Date());
    const url = `${ApiUrl}/api-metrics`;
    const status = await until(
      () => post(url, message, origin),
      (its) => its < 404 || its === 413,
    );
    if (status === 401)
      return 'agents must sign in to send, so no message was tried: the API refused one without';
    if (status !== 202) throw new Error(`The API answered ${status} to a message; it should be 202.`);
    await until(
      () => step('find'),
      (count) => count > 0,
    );
    return `a message was stored and found after ${((Date.now() - start) / 1000).toFixed(1)} s, and taken out again`;
  } finally {
    await step('end');
  }
}

async function until<Value>(ask: () => Promise<Value>, isEnough: (value: Value) => boolean): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    const value = await ask();
    if (isEnough(value)) return value;
    if (attempt === attempts)
      throw new Error(`The self-test waited ${attempts} s in vain; it last saw ${value}.`);
    await sleep(pauseMillis);
  }
}
