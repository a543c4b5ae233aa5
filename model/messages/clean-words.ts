import { mostWords } from './symptoms.ts';

/** A name before an at sign, however it is written. */
const eMail = /[^\s@<>()[\]]+@[^\s@<>()[\]]+/gu;
const webAddress = /\b(?:https?:\/\/|www\.)\S+/giu;
/** Five digits and more, with what people write between them: phone, card, account and contact numbers. "16:05" stays. */
const number = /\+?\p{Nd}(?:[\s().\-/_]*\p{Nd}){4,}/gu;
/** A long word with digits in it is an identifier, such as a contact's. */
const identifier = /(?=[\w-]*\d)[\w-]{16,}/gu;
const control = /[\p{Cc}\p{Cf}]+/gu;

/**
 * What an agent wrote of a call, without what names somebody or gives something away, as far as its form shows it:
 * numbers of five digits and more, e-mail and web addresses, identifiers. A name cannot be told from a word. Pure;
 * cleaning again changes nothing.
 *
 * @returns one line of at most `mostWords` characters; undefined where nothing is left
 */
export function cleanWords(words: string): string | undefined {
  const cleaned = words
    .normalize('NFKC')
    .replace(control, ' ')
    .replace(webAddress, '[address]')
    .replace(eMail, '[e-mail]')
    .replace(number, '[number]')
    .replace(identifier, '[number]')
    .replace(/\s+/g, ' ')
    .trim();
  return withinLimit(cleaned).trim() || undefined;
}

/** Cut between characters, never within one that takes two units. */
function withinLimit(line: string): string {
  if (line.length <= mostWords) return line;
  return line.slice(0, mostWords).replace(/[\uD800-\uDBFF]$/u, '');
}
