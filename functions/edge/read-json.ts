import type * as z from 'zod';
import { KnownError } from '../errors.ts';
import { faultsOf } from './faults.ts';
import type { HttpRequest } from './http.ts';

/** API Gateway takes 10 MB; the largest message of a page is about 60 KB. */
const largestBodyBytes = 256 * 1024;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a request's body as what the schema describes.
 *
 * @param before sees the body before the schema does, and may throw what it has against it
 * @throws KnownError `notJson`, `tooLarge`, or `invalid` with the path of each fault (the first 20)
 */
export function readJson<Schema extends z.ZodType>(
  request: HttpRequest,
  schema: Schema,
  before: (body: unknown) => void = () => {},
): z.infer<Schema> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new KnownError('notJson', 'Send the message with content-type: application/json.');
  }
  if (request.body.byteLength > largestBodyBytes) {
    throw new KnownError('tooLarge', `A message has at most ${largestBodyBytes} bytes.`);
  }
  const body = parse(request.body);
  before(body);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new KnownError('invalid', 'The message is not what this route takes.', {
    faults: faultsOf(parsed.error),
  });
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(body));
  } catch {
    // The parser's own message quotes the body.
    const faults = [{ path: '$', message: 'is not JSON in UTF-8' }];
    throw new KnownError('invalid', 'The body is not JSON.', { faults });
  }
}
