import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { type PageSoftphone, pageSoftphoneUses } from '../model/settings/agent-site.ts';

/**
 * connect-rtc-js 1.3.2, the release file at the tag's own commit: what GitHub answers there cannot change without the hash telling. It is
 * in no package registry, and not in this repository either.
 */
export const pinnedRelease = {
  source:
    'https://raw.githubusercontent.com/aws/connect-rtc-js/a9ace50a16f6535107db1bd0e1a4e514375e5b76/release/connect-rtc.min.js',
  sha256: '307666465099d441a4f1d3d451f0539890550da4b28e7e44edddc0e9f3c8a1d5',
} as const;

/** Which library the agents' page hosts the sound of calls with, and when: what the deployment says of itself. */
export const rtcLibrary = z.object({
  use: z.enum(pageSoftphoneUses),
  /** A file or an address beginning with https://; empty: the pinned release. */
  source: z.string(),
  /** Of the whole file, in hexadecimal digits. */
  sha256: z.string(),
});
export type RtcLibrary = z.infer<typeof rtcLibrary>;

/** The library as a site publishes it. */
export type PublishedLibrary = {
  /** Of the file in the site: named after its content, so it never changes. */
  readonly path: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly settings: PageSoftphone;
};

const patienceMillis = 60_000;

/**
 * Fetches the library and compares it with its hash.
 *
 * @throws Error that says what to do, where it cannot be had or is not what it should be
 */
export async function fetchRtcLibrary({ use, ...given }: RtcLibrary): Promise<PublishedLibrary> {
  const { source, sha256 } = given.source === '' ? pinnedRelease : given;
  const body = await read(source);
  const hash = createHash('sha256').update(body).digest();
  if (hash.toString('hex') !== sha256.toLowerCase()) {
    throw new Error(
      `rtcLibrary: ${source} is not what it should be. Its SHA-256 is ${hash.toString('hex')}, expected is ${sha256}. Nothing of it was published: look where it comes from, and give rtcLibrarySha256 of a file that you have checked.`,
    );
  }
  const path = `assets/connect-rtc-${hash.toString('hex').slice(0, 16)}.js`;
  return { path, body, settings: { script: path, integrity: `sha256-${hash.toString('base64')}`, use } };
}

async function read(source: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    if (!/^https?:/.test(source)) return new Uint8Array(await readFile(source));
    const answer = await fetch(source, { signal: AbortSignal.timeout(patienceMillis) });
    if (!answer.ok) throw new Error(`it answers ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `rtcLibrary: ${source} cannot be read (${why}). Give rtcLibrary as a file that you have, with rtcLibrarySha256, or deploy with softphone=framed.`,
      { cause },
    );
  }
}
