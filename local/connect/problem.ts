import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { ZodError, z } from 'zod';

/** A request that the control calls or the signalling refuse. */
export class Refusal extends Error {
  readonly status: 400 | 401 | 404 | 409;

  constructor(status: Refusal['status'], message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
  }
}

/** Answers an error as problem+json (RFC 9457). */
export function problem(error: Error, c: Context): Response {
  const { status, detail } = explain(error);
  if (status === 500) console.error('connect:', error);
  return Response.json(
    { type: 'about:blank', status, title: detail, path: c.req.path },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );
}

function explain(error: Error): { status: number; detail: string } {
  if (error instanceof Refusal) return { status: error.status, detail: error.message };
  if (error instanceof ZodError) return { status: 400, detail: z.prettifyError(error) };
  if (error instanceof SyntaxError) return { status: 400, detail: 'The body is not JSON' };
  if (error instanceof HTTPException) return { status: error.status, detail: error.message };
  return { status: 500, detail: 'The simulated Connect failed: see its log' };
}
