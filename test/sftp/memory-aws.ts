import type { DeliveryBucket, DeliveryObject } from '../../functions/clients/delivery-bucket.ts';
import type { Inbox, InboxMessage } from '../../functions/clients/inbox.ts';

/** As the template has it: longer than a run, shorter than the pause between two. */
const hiddenMillis = 660_000;

/** A queue that hides what is received for a while, and gives up what was received so many times. */
export function makeMemoryQueue(now: () => number, mostReceives: number) {
  const waiting = new Map<string, { body: string; receives: number; hiddenUntil: number }>();
  const givenUp: string[] = [];
  let last = 0;
  const send = async (message: object) => {
    last += 1;
    waiting.set(String(last), { body: JSON.stringify(message), receives: 0, hiddenUntil: 0 });
  };
  const inbox: Inbox = {
    receive: async () => {
      const found: InboxMessage[] = [];
      for (const [receiptHandle, its] of waiting) {
        if (its.hiddenUntil > now() || found.length === 10) continue;
        if (its.receives === mostReceives) {
          waiting.delete(receiptHandle);
          givenUp.push(its.body);
          continue;
        }
        its.receives += 1;
        its.hiddenUntil = now() + hiddenMillis;
        found.push({ receiptHandle, body: its.body });
      }
      return found;
    },
    remove: async ({ receiptHandle }) => void waiting.delete(receiptHandle),
  };
  return {
    ...inbox,
    send,
    /** As S3 does of a new object. */
    notify: (key: string) => send({ Records: [{ s3: { object: { key: encodeURIComponent(key) } } }] }),
    waiting: () => waiting.size,
    givenUp,
  };
}

/** The folders of which objects S3 tells the queue, as the template has it. */
const told = /^(contact-records|reports)\//;

/** A bucket with versions and conditional writes. */
export function makeMemoryBucket(now: () => number, notify: (key: string) => Promise<void>) {
  const objects = new Map<string, DeliveryObject>();
  let last = 0;
  const put = async (key: string, text: string) => {
    last += 1;
    objects.set(key, { bytes: Buffer.from(text), version: String(last), writtenAt: new Date(now()) });
    if (told.test(key)) await notify(key);
  };
  const bucket: DeliveryBucket = {
    open: async (key) => {
      const found = objects.get(key);
      if (!found) return undefined;
      return (async function* () {
        yield found.bytes;
      })();
    },
    read: async (key) => objects.get(key),
    write: put,
    replace: async (key, json, replaces) => {
      if (objects.get(key)?.version !== replaces) return false;
      await put(key, json);
      return true;
    },
    list: async (prefix) => [...objects.keys()].filter((key) => key.startsWith(prefix)).sort(),
  };
  return { ...bucket, put, text: (key: string) => String(objects.get(key)?.bytes ?? '') };
}
