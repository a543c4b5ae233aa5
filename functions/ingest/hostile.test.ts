import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildApiMetrics, buildReport, buildStats } from '../../test/builders.ts';
import type { HttpHandler } from '../edge/http.ts';
import { apiMetricsKind } from './api-metrics-kind.ts';
import { exampleConfig, makeExampleDeps } from './example-deps.ts';
import { makeExampleEvent } from './example-event.ts';
import { hostileBody, largeBodies } from './hostile-bodies.ts';
import { ingestHandler } from './ingest-handler.ts';
import { softphoneReportKind } from './softphone-report-kind.ts';
import { softphoneStatsKind } from './softphone-stats-kind.ts';

/** Of all three routes together. A few in every run, 100,000 where time is taken for it. */
const bodies = Number(process.env.HOSTILE_BODIES ?? 3000);
const perRoute = Math.ceil(bodies / 3);

/** Whoever would store something of a hostile body fails the test. */
function deps() {
  const refuse = async () => {
    throw new Error('stored something of a hostile body');
  };
  const { deps: example, counted } = makeExampleDeps();
  return {
    deps: { ...example, writing: { ...example.writing, store: { read: refuse, write: refuse } } },
    counted,
  };
}

const routes = [
  {
    route: 'softphone-stats',
    good: { ...buildStats(), events: [{ type: 'muted', at: '2026-03-04T10:00:05.000Z' }] },
    isMessage: (body: unknown) => softphoneStatsKind.schema.safeParse(body).success,
    handler: () => ingestHandler(softphoneStatsKind, deps().deps, exampleConfig),
  },
  {
    route: 'softphone-reports',
    good: buildReport({ sentAt: '2026-03-04T10:01:40.000Z' }),
    isMessage: (body: unknown) => softphoneReportKind.schema.safeParse(body).success,
    handler: () => ingestHandler(softphoneReportKind, deps().deps, exampleConfig),
  },
  {
    route: 'api-metrics',
    good: buildApiMetrics(),
    isMessage: (body: unknown) => apiMetricsKind.schema.safeParse(body).success,
    handler: () => ingestHandler(apiMetricsKind, deps().deps, exampleConfig),
  },
];

async function expectRefused(handler: HttpHandler, body: string) {
  const { statusCode, headers, body: answer } = await handler(makeExampleEvent(body));
  const told = `${statusCode} for ${body.slice(0, 300)}: ${answer.slice(0, 300)}`;
  if (statusCode < 400 || statusCode > 499) throw new Error(told);
  if (headers['content-type'] !== 'application/problem+json') throw new Error(told);
  if ((JSON.parse(answer) as { status?: unknown }).status !== statusCode) throw new Error(told);
  if (answer.length > 10_000) throw new Error(`the answer has ${answer.length} characters: ${told}`);
}

/** A generated body may by chance be a message after all: then it is not hostile. */
function isHostile(body: string, isMessage: (parsed: unknown) => boolean): boolean {
  try {
    return !isMessage(JSON.parse(body));
  } catch {
    return true;
  }
}

describe.each(routes)('$route', ({ good, isMessage, handler }) => {
  test(`refuses ${perRoute} hostile bodies with problem details, and stores nothing`, {
    timeout: 120_000,
  }, async () => {
    const answer = handler();
    const generated = fc.sample(hostileBody(good), { numRuns: perRoute * 1.3, seed: 1 });
    const hostile = generated.filter((body) => isHostile(body, isMessage)).slice(0, perRoute);
    expect(hostile.length).toBe(perRoute);
    for (const body of [...hostile, ...largeBodies]) await expectRefused(answer, body);
    expect({}).not.toHaveProperty('version');
  });
});
