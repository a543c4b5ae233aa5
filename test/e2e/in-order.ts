import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Measure what the machine must have time for: these begin before the files that open the most pages. */
const first = ['quality.stack', 'query-api.stack', 'api-metrics.stack', 'failed-calls.stack', 'quiet.stack'];
const last = ['.browser'];

/** Runs the files in an order in which those that measure are not beside those that need the machine most. */
export class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const early = first.findIndex((part) => moduleId.includes(part));
      if (early >= 0) return early;
      return last.some((part) => moduleId.includes(part)) ? first.length + 1 : first.length;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
