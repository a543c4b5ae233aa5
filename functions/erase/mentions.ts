import type { Subject } from '../../model/documents/erasure.ts';

/** Under our own names and under Amazon Connect's: its records are kept as they came, but for what may not be kept. */
const keysOf = {
  contact: ['contactId', 'ContactId'],
  agent: ['agent', 'username', 'Username'],
} as const;

/** Whether a record of the bucket of failed records is about somebody; of one that nobody can read, whether it names them. */
export function mentions(json: string, subject: Subject): boolean {
  const [keys, value] =
    'contact' in subject ? [keysOf.contact, subject.contact] : [keysOf.agent, subject.agent];
  const whom: Whom = { keys, value: value.toLowerCase() };
  const record = read(json);
  return record === undefined ? names(json, whom) : isAbout(record, whom);
}

const endsInName = /[\p{L}\p{N}_@+-]\.?$/u;
const goesOnInName = /^\.?[\p{L}\p{N}_@+-]/u;

/** Whose value, and under which names it says whom something is about. */
type Whom = { readonly keys: readonly string[]; readonly value: string };

function isAbout(record: unknown, whom: Whom): boolean {
  if (typeof record !== 'object' || record === null) return false;
  return Object.entries(record).some(([key, its]) => {
    if (typeof its !== 'string') return isAbout(its, whom);
    if (whom.keys.includes(key) && its.toLowerCase() === whom.value) return true;
    // A message that nobody could read is kept as the text that it was.
    return key === 'body' && names(its, whom);
  });
}

/** Whether a text has the value in it, and not only as a part of a longer one: "ann" is not "joanna", "ann.lee" or "ann-2". */
function names(text: string, { value }: Whom): boolean {
  const its = plain(text).toLowerCase();
  for (let at = its.indexOf(value); at >= 0; at = its.indexOf(value, at + 1)) {
    const end = at + value.length;
    const [before, after] = [its.slice(Math.max(0, at - 3), at), its.slice(end, end + 3)];
    if (!endsInName.test(before) && !goesOnInName.test(after)) return true;
  }
  return false;
}

/** JSON may write a letter as its number. */
function plain(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function read(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
