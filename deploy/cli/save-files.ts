import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Puts files into a folder, in place of those of the same names; whoever looks sees each whole or not at all. */
export async function saveFiles(
  folder: string,
  files: readonly { readonly name: string; readonly content: Uint8Array }[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, content } of files) {
    const whole = join(folder, name);
    await writeFile(`${whole}.part`, content);
    await rename(`${whole}.part`, whole);
  }
}
