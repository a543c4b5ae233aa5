/** What can be wrong with a request, and what the HTTP edge answers. Whatever else is thrown is our own fault: 500. */
export const errorKinds = {
  invalid: { status: 400, title: 'The request does not match what this route takes' },
  newerPage: { status: 400, title: 'The page is newer than the functions: keep the message and try again' },
  forbidden: { status: 403, title: 'This is not yours to see' },
  forbiddenOrigin: { status: 403, title: 'This origin may not send' },
  forgedAgent: { status: 403, title: 'This is another agent’s message' },
  unknownAgent: { status: 403, title: 'Unknown agent' },
  notFound: { status: 404, title: 'There is no such thing' },
  conflict: { status: 409, title: 'Somebody else has changed it meanwhile' },
  tooLarge: { status: 413, title: 'The body is too large' },
  notJson: { status: 415, title: 'The body must be application/json' },
  unavailable: { status: 503, title: 'Not available now: keep the message and try again' },
} as const;
export type ErrorKind = keyof typeof errorKinds;

/** One thing that is wrong: where in the body (a JSONPath, RFC 9535) and what. */
export type Fault = { readonly path: string; readonly message: string };

/** An error whose kind the caller is told, together with `message`, which must not repeat what they sent. */
export class KnownError extends Error {
  override readonly name = 'KnownError';
  readonly kind: ErrorKind;
  readonly faults: readonly Fault[];

  constructor(kind: ErrorKind, message: string, more: { faults?: readonly Fault[]; cause?: unknown } = {}) {
    super(message, { cause: more.cause });
    this.kind = kind;
    this.faults = more.faults ?? [];
  }
}
