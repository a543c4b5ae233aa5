import { writeFile } from 'node:fs/promises';

const samplesPerSecond = 16_000;
const bytesPerSample = 2;
const headerBytes = 44;
const syllableSeconds = 0.25;

/**
 * Writes what a microphone hears, for Chromium's `--use-file-for-fake-audio-capture`: a buzz in syllables of ever another pitch and
 * loudness, which no suppression of noise takes for one, and digital silence. It begins when the microphone is opened, and after the
 * end once more.
 *
 * @param stretches in turn sound and silence, in seconds
 */
export async function writeMicrophone(file: string, stretches: readonly number[]): Promise<void> {
  const count = stretches.reduce((sum, seconds) => sum + seconds, 0) * samplesPerSecond;
  const bytes = Buffer.alloc(headerBytes + count * bytesPerSample);
  writeHeader(bytes, count * bytesPerSample);
  let at = 0;
  for (const [i, seconds] of stretches.entries()) {
    const end = at + seconds * samplesPerSecond;
    for (; at < end; at++) {
      bytes.writeInt16LE(i % 2 === 0 ? soundAt(at / samplesPerSecond) : 0, headerBytes + at * bytesPerSample);
    }
  }
  await writeFile(file, bytes);
}

/** Mono, 16 bit PCM (Microsoft, Multimedia Programming Interface and Data Specifications 1.0, WAVE). */
function writeHeader(bytes: Buffer, dataBytes: number): void {
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(headerBytes - 8 + dataBytes, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(samplesPerSecond, 24);
  bytes.writeUInt32LE(samplesPerSecond * bytesPerSample, 28);
  bytes.writeUInt16LE(bytesPerSample, 32);
  bytes.writeUInt16LE(8 * bytesPerSample, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(dataBytes, 40);
}

/** A sawtooth, loud and low by turns. */
function soundAt(seconds: number): number {
  const syllable = Math.floor(seconds / syllableSeconds);
  const pitch = 110 + ((syllable * 37) % 80);
  const loudness = 4000 + ((syllable * 53) % 9) * 1500;
  return Math.round(loudness * (2 * ((seconds * pitch) % 1) - 1));
}
