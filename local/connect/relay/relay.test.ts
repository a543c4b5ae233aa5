import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { Relay } from './relay.ts';

test('each side reaches the other through the relay, and nobody else does', async () => {
  const relay = await Relay.open(1);
  const [agent, customer, stranger] = ['agent', 'customer', 'stranger'].map(() => createSocket('udp4'));
  if (!agent || !customer || !stranger) throw new Error('No sockets');
  // Both speak: whichever is second is heard, and then the relay knows where both are.
  const first = Promise.race([once(agent, 'message'), once(customer, 'message')]);
  customer.send('hello', relay.customerSidePort, '127.0.0.1');
  agent.send('hello', relay.agentSidePort, '127.0.0.1');
  expect(String((await first)[0])).toBe('hello');
  const heard: string[] = [];
  customer.on('message', (datagram) => heard.push(datagram.toString()));
  const answered = once(agent, 'message');
  customer.send('from customer', relay.customerSidePort, '127.0.0.1');
  expect(String((await answered)[0])).toBe('from customer');
  stranger.send('from a stranger', relay.agentSidePort, '127.0.0.1');
  agent.send('from agent', relay.agentSidePort, '127.0.0.1');
  while (!heard.includes('from agent')) await once(customer, 'message');
  expect(heard).toEqual(['from agent']);
  for (const socket of [agent, customer, stranger]) socket.close();
  relay.close();
  relay.close();
});

test('a change leaves what it does not name', async () => {
  const relay = await Relay.open(1);
  relay.apply({ toAgent: { lossPercent: 5, delayMs: 60 } });
  relay.apply({ toAgent: { delayMs: 80 }, fromAgent: { jitterMs: 3 } });
  expect(relay.network).toEqual({
    toAgent: { lossPercent: 5, delayMs: 80, jitterMs: 0 },
    fromAgent: { lossPercent: 0, delayMs: 0, jitterMs: 3 },
  });
  relay.close();
});
