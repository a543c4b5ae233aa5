import type { Subject } from '../../model/documents/erasure.ts';

const namesOf = { contact: ['contactId'], agent: ['agent', 'username'] } as const;

/** Whether a record of the bucket of failed records is about somebody; of one that nobody can read, whether it names them. */
export function mentions(json: string, subject: Subject): boolean {
  const [keys, value] =
    'contact' in subject ? [namesOf.contact, subject.contact] : [namesOf.agent, subject.agent];
  return holds(read(json), keys, value.toLowerCase());
}

function holds(inner: unknown, keys: readonly string[], value: string): boolean {
  if (typeof inner !== 'object' || inner === null) return false;
  return Object.entries(inner).some(
    ([key, its]) =>
      (typeof its === 'string' && keys.includes(key) && its.toLowerCase() === value) ||
      // A message that nobody could read is kept as the text that it was.
      (typeof its === 'string' && key === 'body' && its.toLowerCase().includes(value)) ||
      holds(its, keys, value),
  );
}

function read(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return { body: json };
  }
}
