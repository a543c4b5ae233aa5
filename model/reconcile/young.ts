/**
 * So long after something ended it may still be on its way: after-contact work before the record, a stream that is read
 * again, a file's schedule of half an hour, figures of Amazon Connect that it still corrects.
 */
const youngMillis = 2 * 60 * 60_000;

/**
 * Whether what ended then may still be on its way.
 *
 * @param at in epoch milliseconds, as `now`
 */
export function isYoung(at: number, now: number): boolean {
  return now - at < youngMillis;
}
