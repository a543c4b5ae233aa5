import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getMimeType } from 'hono/utils/mime';
import type { PublishedLibrary } from './rtc-library.ts';

/**
 * Uploads a built site and its settings.json, with the library where its page hosts the sound of calls. What the pages load
 * comes first and the pages last; older assets stay, for pages that have been open for days.
 */
export async function uploadSite(
  s3: S3Client,
  bucket: string,
  folder: string,
  settings: object,
  library?: PublishedLibrary,
): Promise<void> {
  const put = (path: string, body: Uint8Array | string) =>
    s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: path,
        Body: body,
        ContentType: getMimeType(path) ?? 'application/octet-stream',
        CacheControl: cacheControl(path),
      }),
    );
  const files = globSync('**/*.*', { cwd: folder }).sort(
    (a, b) => Number(a.endsWith('.html')) - Number(b.endsWith('.html')),
  );
  if (library) await put(library.path, library.body);
  await put('settings.json', JSON.stringify(withLibrary(settings, library)));
  for (const path of files) await put(path, await readFile(join(folder, path)));
}

/** The settings of a site that publishes the library. */
export function withLibrary(settings: object, library: PublishedLibrary | undefined): object {
  return library ? { ...settings, pageSoftphone: library.settings } : settings;
}

/** Vite names an asset after its content, so it never changes; everything else may. */
export function cacheControl(path: string): string {
  return path.startsWith('assets/') ? 'max-age=31536000, immutable' : 'no-cache';
}
