import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

const everywhere = '{model,dashboards,functions,web,deploy,local,test}/**';
/** Tests that need more than Node: a search service, a browser, the whole stack. */
const needy = `${everywhere}/*.{search,browser,stack,long}.test.ts`;

/** What they measure must not be the other tests' doing, so these run first and alone. */
const measured = ['test/e2e/{quality,api-metrics,search-outage}.stack.test.ts'];

/**
 * Only for what hangs: on a machine that is busy with everything else all takes many times as long, and whoever waits for
 * something ends sooner, and says what for (test/e2e/harness/wait-for.ts).
 */
const longest = { testTimeout: 300_000, hookTimeout: 300_000 };

/** One stack and one Chromium for all files; see test/e2e/setup.ts. */
const withStack = {
  globalSetup: 'test/e2e/setup.ts',
  setupFiles: 'test/e2e/search-url.ts',
  pool: 'threads',
  ...longest,
} as const;

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...longest,
          name: 'unit',
          // Vitest would leave one core of two to itself.
          maxWorkers: '100%',
          include: [`${everywhere}/*.test.{ts,tsx}`],
          exclude: ['**/node_modules/**', needy],
          // Their modules import styles, which Node cannot load.
          server: { deps: { inline: [/@cloudscape-design\//] } },
        },
      },
      {
        test: {
          ...withStack,
          name: 'stack measured',
          include: measured,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...withStack,
          name: 'stack',
          include: [`${everywhere}/*.{search,browser,stack}.test.ts`],
          exclude: ['**/node_modules/**', ...measured],
          sequence: { groupOrder: 2 },
          // More than cores: a call takes a minute in which the tests do nothing but wait.
          maxWorkers: 3,
          // Once more: what real audio is measured to be suffers when three files are busy in the same second.
          retry: 1,
        },
      },
      {
        test: {
          ...withStack,
          name: 'long',
          include: [`${everywhere}/*.long.test.ts`],
          sequence: { groupOrder: 3 },
          maxWorkers: 1,
        },
      },
    ],
  },
});
