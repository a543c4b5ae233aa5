import { gzipSync } from 'node:zlib';
import type { KinesisStreamEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { readLogLines } from './log-subscription.ts';
import { type StreamRecord, streamHandler } from './stream.ts';

const context = { getRemainingTimeInMillis: () => 60_000 };

function eventOf(...texts: string[]): KinesisStreamEvent {
  const Records = texts.map((text, i) => ({
    eventID: `shardId-000000000000:${i}`,
    kinesis: { approximateArrivalTimestamp: 1_772_618_400.25, data: Buffer.from(text).toString('base64') },
  }));
  return { Records } as unknown as KinesisStreamEvent;
}

test('records of a stream are decoded, whatever they are, with where and when they were', async () => {
  const taken: StreamRecord[] = [];
  const handler = streamHandler({ error: () => {} }, async (records) => void taken.push(...records));
  await handler(eventOf('{"name":"José"}', 'no JSON', '7'), context);
  const receivedAt = new Date('2026-03-04T10:00:00.250Z');
  expect(taken).toEqual([
    { raw: { name: 'José' }, receivedAt, place: 'shardId-000000000000:0' },
    { raw: undefined, receivedAt, place: 'shardId-000000000000:1' },
    { raw: 7, receivedAt, place: 'shardId-000000000000:2' },
  ]);
});

test('what brings a batch again is told without any of its data', async () => {
  const told: unknown[] = [];
  const telemetry = { error: (...said: unknown[]) => void told.push(said) };
  const handler = streamHandler(telemetry, () => Promise.reject(new Error('of ana.silva')));
  await expect(handler(eventOf('{}'), context)).rejects.toThrow(/^The batch must come again: see/);
  expect(JSON.stringify(told)).not.toContain('ana.silva');
});

const deliveryOf = (messageType: string, ...messages: string[]) => {
  const logEvents = messages.map((message, i) => ({ id: `${i}`, timestamp: 1_772_618_400_250, message }));
  const json = JSON.stringify({ messageType, logEvents });
  return { awslogs: { data: gzipSync(json).toString('base64') } };
};

test('lines of a log group are decoded, and CloudWatch’s own question is none', () => {
  const receivedAt = new Date('2026-03-04T10:00:00.250Z');
  expect(readLogLines(deliveryOf('DATA_MESSAGE', '{"a":1}', 'START'))).toEqual([
    { raw: { a: 1 }, receivedAt, place: '0' },
    { raw: undefined, receivedAt, place: '1' },
  ]);
  expect(readLogLines(deliveryOf('CONTROL_MESSAGE', 'CWL CONTROL MESSAGE: Checking health'))).toEqual([]);
  expect(() => readLogLines({ awslogs: { data: gzipSync('{}').toString('base64') } })).toThrow();
});
