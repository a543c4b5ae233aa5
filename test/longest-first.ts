import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files with the stack that take longest, whether they compute or wait for calls. A fresh clone knows no durations, and
 * would begin the largest files first: then the last to begin are short files of long calls, beside which nothing is left
 * to do. Calls that mind how busy the machine is come first, beside each other; then those that wait and those that
 * compute take turns.
 */
export const longest = [
  'test/e2e/faults.stack.test.ts',
  'test/e2e/once.stack.test.ts',
  'test/e2e/offline.stack.test.ts',
  'test/e2e/quiet.stack.test.ts',
  'test/saved-objects/panels.search.test.ts',
  'test/e2e/managers.stack.test.ts',
  'test/query/pages.search.test.ts',
  'local/connect/simulated-calls.browser.test.ts',
  'test/e2e/agents.stack.test.ts',
  'test/e2e/erase.stack.test.ts',
  'test/e2e/accessibility.stack.test.ts',
  'test/e2e/headers.stack.test.ts',
  'test/e2e/contract.stack.test.ts',
  'test/e2e/failed-calls.stack.test.ts',
  'test/e2e/faults-by-clicks.stack.test.ts',
  'test/e2e/alerts.stack.test.ts',
  'test/e2e/pages.stack.test.ts',
];

/** Begins the longest files first, and leaves the others to Vitest's own order. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => groupOf(a) - groupOf(b) || placeOf(a) - placeOf(b));
  }
}

function groupOf({ project }: TestSpecification): number {
  return project.config.sequence.groupOrder;
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = longest.findIndex((file) => moduleId.endsWith(`/${file}`));
  return place < 0 ? longest.length : place;
}
