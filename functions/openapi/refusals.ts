import * as z from 'zod';
import { type ProblemKind, problem, problemKinds, problemType } from '../edge/problem.ts';
import { inline, type Json } from './schemas.ts';

/** What API Gateway itself answers before a function is asked: to a request over the throttle, or without a token. */
const gatewayMessage = {
  'application/json': { schema: inline(z.object({ message: z.string() }), 'output') },
};

/** Answers that any route may give, and no function is asked. */
export const throttled: Json = {
  429: {
    description: 'More requests than `throttleRate`: try again, later each time',
    content: gatewayMessage,
  },
};
/** More values of filters than the request line of API Gateway holds: 10,240 bytes with all headers. */
export const tooLong: Json = {
  431: { description: 'The address is longer than the gateway takes: choose fewer values' },
};
export const noToken: Json = {
  401: { description: 'The token is missing, expired or not of this user pool', content: gatewayMessage },
};

/** The responses, by status, of a route that can fail in these ways: each with the closed set of its problems. */
export function refusals(kinds: readonly ProblemKind[]): Json {
  const statuses = [...new Set(kinds.map((kind) => problemKinds[kind].status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const those = kinds.filter((kind) => problemKinds[kind].status === status);
      return [status, those.length === 1 ? { $ref: `#/components/responses/${those[0]}` } : refusal(those)];
    }),
  );
}

/** What `refusals` refers to: a response for each kind of problem. */
export function responses(): Json {
  const kinds = Object.keys(problemKinds) as ProblemKind[];
  return Object.fromEntries(kinds.map((kind) => [kind, refusal([kind])]));
}

function refusal(kinds: readonly ProblemKind[]): Json {
  const titles = kinds.map((kind) => problemKinds[kind].title);
  const statuses = kinds.map((kind) => problemKinds[kind].status);
  const narrowed = problem.extend({
    type: z.enum(kinds.map(problemType)),
    title: z.enum(titles),
    status: z.literal(statuses),
  });
  return {
    description: titles.join('; or: '),
    content: {
      'application/problem+json': { schema: inline(narrowed, 'output'), examples: examplesOf(kinds) },
    },
    ...(statuses.includes(503) ? { headers: retryAfter } : {}),
  };
}

const retryAfter: Json = {
  'retry-after': {
    description: 'Seconds to wait at least',
    required: true,
    schema: { type: 'integer', minimum: 1 },
  },
};

function examplesOf(kinds: readonly ProblemKind[]): Json {
  return Object.fromEntries(
    kinds.map((kind) => {
      const { status, title } = problemKinds[kind];
      const value = {
        type: problemType(kind),
        title,
        status,
        detail: 'What to do about it.',
        requestId: 'JKJaXmPLvHcESHA=',
      };
      return [kind, { value: kind === 'invalid' ? { ...value, errors: [exampleFault] } : value }];
    }),
  );
}

const exampleFault = { path: '$.call.contactId', message: 'a contact id is a UUID' };
