import { longestLogText } from './limits.ts';
import { longNames } from './long-names.ts';

/** Of a line no more is looked at. */
const longestRead = 2000;

const control = /[\p{Cc}\p{Cf}]+/gu;
/** No name is that long; and what reads words below need not look at it. */
const endless = /[\w+/=.~%:-]{64,}/gu;
/** What was dumped into a line: objects, lists of them, markup. Nobody can say what is in it. */
const dumped = /(?:[{<`]|\[\s*["']).*$/u;
/** A description of a session or of an ICE candidate (RFC 8866, RFC 8839). */
const description = /(?:\bcandidate\b|\bv=0\b|\b[a-z]=\S*:|\bufrag\b|\bfingerprint\b).*$/iu;
/** Whatever stands after such a word may be a secret or name somebody, in whatever form. */
const telling =
  /\w*(?:credential|passw|passphrase|secret|bearer|cookie|attribute|digit|dtmf|(?<!soft)phone|caller|customer|user ?name|display ?name|first ?name|last ?name|agent ?name|label|e-?mail|address|speaker ?id|signature|transcript|summary|description)\w*(?<rest>.*)$/iu;
/** Words of everyday, too: of them only what is given as a value. */
const given =
  /(?:token|login|auth\w*|key|pwd|session|name|value|number|data|query|params?|arguments?)["']?\s*[:=].*$/iu;
const eMail = /(?<![^\s@])[^\s@]+@[^\s@]+/gu;
const webAddress = /(?:[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\b(?:turn|stun)s?:)\S*/giu;
/** Three groups of hexadecimal digits and more, or two colons at once: IPv6 (RFC 4291 §2.2). Some look like words. */
const ipv6 = /(?<![\p{L}\p{N}:])(?:[0-9a-f]{0,4}:){2,}[0-9a-f.]*(?![\p{L}\p{N}:])/giu;
const instant = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/gu;
/** Five digits and more, with what people write between them. */
const number = /(?<![\p{L}\p{Nd}])\+?\p{Nd}(?:[\s().\-/_,]*\p{Nd}){4,}(?![\p{L}\p{Nd}])/gu;
/** What a line is made of: words, figures and names of things, between spaces and brackets. */
const token = /[^\s()[\]"',;|]+/gu;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{8}([0-9a-f]{4})$/i;

/**
 * A line of Streams' log without what could be a secret or name somebody: what is not plainly a word, a small figure or
 * a version is taken out, whatever it may be, and so is all that was dumped into the line. Of a UUID the last four
 * characters stay, by which lines about the same call can be told to be. Pure; cleaning again changes nothing.
 *
 * @returns one line of at most `longestLogText` characters; empty where nothing is left
 */
export function cleanLogText(text: string): string {
  const kept = withinReason(text.replace(dumped, ' [object]'))
    .normalize('NFKC')
    .replace(control, ' ')
    .replace(dumped, ' [object]')
    .replace(endless, ' [removed] ')
    .replace(description, ' [sdp]')
    .replace(webAddress, ' [url] ')
    .replace(telling, withoutRest)
    .replace(given, (its) => its.replace(/[:=].*$/u, ' [removed]'))
    .replace(eMail, ' [mail] ')
    .replace(ipv6, ' [removed] ')
    .replace(token, (its) => its.replace(/^[^\p{L}\p{N}]*(.*?)[^\p{L}\p{N}]*$/u, shortened))
    .replace(instant, '[time]')
    .replace(number, '[number]')
    .replace(token, (its) => (isPlain(its) ? its : '[removed]'));
  return kept.replace(/\s+/gu, ' ').trim().slice(0, longestLogText).trim();
}

/** What was dumped into a line can be of any length; what is cut must not leave the beginning of a secret. */
function withinReason(text: string): string {
  return text.length <= longestRead ? text : text.slice(0, longestRead).replace(/\S*$/u, '');
}

function withoutRest(found: string, ...groups: unknown[]): string {
  const { rest = '' } = groups.at(-1) as { rest?: string };
  return rest.trim() === '' ? found : `${found.slice(0, found.length - rest.length)} [removed]`;
}

function shortened(found: string, inner: string): string {
  const last = uuid.exec(inner)?.[1];
  return last === undefined ? found : `[id ${last.toLowerCase()}]`;
}

function isPlain(its: string): boolean {
  const inner = its.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '');
  return inner === '' ? /^[!-~]{1,3}$/.test(its) : isFigure(inner) || isOfWords(inner);
}

/** Up to four digits, with a unit; a version; the end of an id. */
function isFigure(inner: string): boolean {
  return (
    /^\d{1,4}(?:\.\d{1,3})?(?:ms|s|%|x|kbps|hz)?$/i.test(inner) ||
    /^v?\d{1,2}(?:\.\d{1,2}){1,2}$/.test(inner) ||
    /^[0-9a-f]{4}$/.test(inner)
  );
}

/** Longer words are hardly ever written, other than by machines. */
const longestWord = 15;

function isOfWords(inner: string): boolean {
  const words = inner.split(/[._/:=>-]+/u);
  return (
    words.length <= 6 &&
    words.every(
      (word) => /^\p{L}+\d{0,2}$/u.test(word) && (word.length <= longestWord || longNames.has(word)),
    ) &&
    inner.replace(/\P{Nd}/gu, '').length <= 4
  );
}
