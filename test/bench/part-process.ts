/** The process of one part; run-part.ts starts it. */
import type { Part } from './measurement.ts';
import type { FromPart } from './run-part.ts';

const name = process.argv[2] ?? '';
const send = (message: FromPart) => new Promise((sent) => process.send?.(message, sent));

try {
  const { part } = (await import(`./parts/${name}.ts`)) as { part: Part };
  await send({ result: await part((progress) => void send({ progress })) });
} catch (error) {
  await send({ result: { skipped: error instanceof Error ? error.message : String(error) } });
  console.error(error);
}
process.exit();
