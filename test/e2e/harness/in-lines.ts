import { inspect } from 'node:util';

const widest = 160;
/** At each end: what is wrong is mostly the first that was found, or the last that came. */
const mostLines = 60;

/**
 * A value to be read in a test's output, whole as far as that goes: over several lines, as a log may cut what is longer,
 * and of a long one the beginning and the end.
 */
export function inLines(value: unknown): string {
  const whole = typeof value === 'string' ? value : inspect(value, everything);
  const lines = whole.split('\n').flatMap(folded);
  const left = lines.length - 2 * mostLines;
  if (left <= 0) return lines.join('\n');
  const middle = `… ${left} lines are left out …`;
  return [...lines.slice(0, mostLines), middle, ...lines.slice(-mostLines)].join('\n');
}

const everything = {
  depth: Number.POSITIVE_INFINITY,
  maxArrayLength: null,
  maxStringLength: null,
  breakLength: widest,
};

function folded(line: string): string[] {
  return line.match(new RegExp(`.{1,${widest}}`, 'gu')) ?? [line];
}
