import { KnownError } from '../errors.ts';

/** No record of Connect's is a hundredth of this; what is larger is none. */
const mostCharacters = 10_000_000;

/**
 * Splits a text into its JSON objects, which stand in it one after the other, with anything blank between them or nothing:
 * as Firehose writes what it was given. What else stands there is given too, as a piece of its own: it is no JSON.
 *
 * @throws KnownError `invalid` of a piece that is larger than any record
 */
export async function* splitJson(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  const state: State = { depth: 0, inString: false, escaped: false };
  let rest = '';
  for await (const chunk of chunks) {
    const cut = cutOff(rest, chunk, state);
    yield* cut.pieces;
    rest = cut.rest;
    if (rest.length > mostCharacters) throw new KnownError('invalid', 'It is not a file of JSON objects.');
  }
  if (rest !== '') yield rest;
}

/** The pieces that end in a chunk, and what goes on in the next. */
function cutOff(before: string, chunk: string, state: State): { pieces: string[]; rest: string } {
  const pieces: string[] = [];
  let rest = before;
  let begin = 0;
  for (let i = 0; i < chunk.length; i++) {
    const role = roleOf(chunk.charCodeAt(i), state);
    if (role === 'within') continue;
    const end = role === 'last' ? i + 1 : i;
    pieces.push(rest + chunk.slice(begin, end));
    rest = '';
    begin = role === 'between' ? i + 1 : end;
  }
  return { pieces: pieces.filter((piece) => piece !== ''), rest: rest + chunk.slice(begin) };
}

type State = { depth: number; inString: boolean; escaped: boolean };

const [quote, backslash, open, close, space] = [34, 92, 123, 125, 32];

/** What a character is: between objects, the first or last of one, or anywhere within it. Notes it. */
function roleOf(character: number, state: State): 'between' | 'first' | 'last' | 'within' {
  if (state.inString) noteInString(character, state);
  else if (character === open) {
    state.depth++;
    if (state.depth === 1) return 'first';
  } else if (state.depth === 0) {
    if (character <= space) return 'between';
  } else if (character === quote) state.inString = true;
  else if (character === close) {
    state.depth--;
    if (state.depth === 0) return 'last';
  }
  return 'within';
}

function noteInString(character: number, state: State): void {
  if (state.escaped) state.escaped = false;
  else if (character === backslash) state.escaped = true;
  else if (character === quote) state.inString = false;
}
