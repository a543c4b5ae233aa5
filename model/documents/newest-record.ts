import { type ContactRecordPart, contactRecordPart } from './contact-record-part.ts';

const fieldsOfRecord = new Set(Object.keys(contactRecordPart.shape));

/**
 * Which of two parts of a contact, of two of its records, holds: the one that Connect updated last. Of the same second the
 * one that says more, else any, but always the same one: records come in any order. Pure.
 */
export function newestPart(one: ContactRecordPart, other: ContactRecordPart): ContactRecordPart {
  return isNewer(other, one) ? other : one;
}

/**
 * The document of a contact once a record says so much of it; what was joined to it stays. Pure.
 *
 * @param stored what is there; undefined where nothing is
 * @returns undefined where the record changes nothing
 */
export function withRecord(stored: unknown, part: ContactRecordPart): object | undefined {
  if (stored === undefined) return part;
  const before = stored as ContactRecordPart;
  if (!isNewer(part, before)) return undefined;
  const joined = Object.entries(before).filter(([name]) => !fieldsOfRecord.has(name));
  return { ...part, ...Object.fromEntries(joined) };
}

function isNewer(part: ContactRecordPart, before: ContactRecordPart): boolean {
  const difference = Date.parse(part.updatedAt) - Date.parse(before.updatedAt);
  if (difference !== 0) return difference > 0;
  const [its, others] = [wordsOf(part), wordsOf(before)];
  return its.length === others.length ? its > others : its.length > others.length;
}

/** What a record says, but when it came. */
function wordsOf(part: ContactRecordPart): string {
  const entries = Object.entries(part).filter(([name]) => fieldsOfRecord.has(name) && name !== 'receivedAt');
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
