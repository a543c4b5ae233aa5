import { createHash } from 'node:crypto';
import { type SentFile, sentFile, sentKey } from '../../model/wfm/sent-file.ts';
import type { DeliveryBucket } from '../clients/delivery-bucket.ts';

export type FileSendingDeps = {
  readonly bucket: Pick<DeliveryBucket, 'read' | 'replace'>;
  /** Uploads a file. Throws KnownError `unavailable`. */
  readonly put: (name: string, content: Uint8Array) => Promise<void>;
  readonly now: () => number;
};

/** What is sent. */
export type FileToSend = Pick<SentFile, 'file' | 'kind' | 'rows' | 'contacts'> & {
  readonly content: Uint8Array;
};

/** What was noted when a file was sent, and which version of the note that is. */
export type Note = { readonly version: string; readonly sent: SentFile | undefined };

/**
 * What was noted when a file was sent; undefined where it never was, or nobody knows any more.
 *
 * @param day that the file is about
 */
export async function noteOf(
  day: string,
  name: string,
  bucket: FileSendingDeps['bucket'],
): Promise<Note | undefined> {
  const found = await bucket.read(sentKey(day, name));
  if (!found) return undefined;
  const text = Buffer.from(found.bytes).toString();
  return { version: found.version, sent: sentFile.safeParse(JSON.parse(text)).data };
}

/** Uploads a file, and notes that; undefined where somebody else has noted something in the place of what was there. */
export async function sendFile(
  day: string,
  { content, ...file }: FileToSend,
  replaces: string | undefined,
  { bucket, put, now }: FileSendingDeps,
): Promise<SentFile | undefined> {
  await put(file.file, content);
  const sent: SentFile = {
    ...file,
    sentAt: new Date(now()).toISOString(),
    bytes: content.length,
    sha256: sha256Of(content),
  };
  const isNoted = await bucket.replace(sentKey(day, file.file), JSON.stringify(sent), replaces);
  return isNoted ? sent : undefined;
}

export function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
