import { join } from 'node:path';
import { startStack } from '../../local/start-stack.ts';
import { runningStack } from './search-service.ts';

/**
 * The stack that runs already (`npm start`, or STACK_JSON), else one of the bench's own, with its data in .local/bench.
 * Without either, parts that need it say why they could not be measured.
 *
 * @returns what ends it, if it is the bench's own
 */
export async function stackToMeasure(): Promise<{ readonly stop: () => Promise<void> }> {
  const nothing = { stop: async () => {} };
  if (await runningStack()) return nothing;
  const folder = join(import.meta.dirname, '..', '..', '.local', 'bench');
  try {
    const { stop } = await startStack({ folder, say: (line) => console.info(line) });
    // The parts run in processes of their own and look here.
    process.env.STACK_JSON = join(folder, 'stack.json');
    return { stop };
  } catch (error) {
    console.warn(`No stack: ${error instanceof Error ? error.message : error}`);
    return nothing;
  }
}
