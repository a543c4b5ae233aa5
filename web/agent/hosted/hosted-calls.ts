import type { Sample, StreamType } from '../../../model/quality/sample.ts';
import { streamTypes } from '../../../model/quality/sample.ts';
import type { CallHost } from '../../monitor/call-host.ts';
import type { EventSamples } from '../../monitor/watch-stats.ts';

/** Streams tells of half a minute at a time; the rest is for one that comes late. */
const mostSeconds = 120;
/** As long as a window of Streams. */
const latestMillis = 30_000;
/** An agent has few calls at once; the last statistics of one come when it is over. */
const mostCalls = 5;
/** Streams looks at other moments of the same seconds. */
const nearMillis = 1000;

/** What was measured of the calls that this page hosts, as far as Streams has not told of the same seconds yet. */
export class HostedCalls implements CallHost {
  readonly #calls = new Map<string, Record<StreamType, readonly Sample[]>>();

  hosts(contactId: string): boolean {
    return this.#calls.has(contactId);
  }

  add(contactId: string, second: EventSamples): void {
    const before = this.#calls.get(contactId);
    const [audio_input = [], audio_output = []] = streamTypes.map((stream) =>
      [...(before?.[stream] ?? []), ...second[stream]].slice(-mostSeconds),
    );
    this.#calls.delete(contactId);
    this.#calls.set(contactId, { audio_input, audio_output });
    for (const oldest of [...this.#calls.keys()].slice(0, -mostCalls)) this.#calls.delete(oldest);
  }

  latest(contactId: string): EventSamples {
    const measured = this.#calls.get(contactId);
    const until = Math.max(...streamTypes.map((stream) => measured?.[stream].at(-1)?.at ?? 0));
    const [audio_input = [], audio_output = []] = streamTypes.map((stream) =>
      (measured?.[stream] ?? []).filter(({ at }) => at > until - latestMillis),
    );
    return { audio_input, audio_output };
  }

  fill(contactId: string, samples: EventSamples): EventSamples {
    const measured = this.#calls.get(contactId);
    if (!measured) return samples;
    const [audio_input = [], audio_output = []] = streamTypes.map((stream) =>
      samples[stream].map((sample) => filled(sample, nearest(measured[stream], sample.at))),
    );
    return { audio_input, audio_output };
  }
}

function filled(sample: Sample, measured: Sample | undefined): Sample {
  if (!measured) return sample;
  return {
    ...sample,
    jitterMillis: sample.jitterMillis ?? measured.jitterMillis,
    roundTripTimeMillis: sample.roundTripTimeMillis ?? measured.roundTripTimeMillis,
    audioLevel: sample.audioLevel ?? measured.audioLevel,
    ...(measured.concealedPercent === undefined ? {} : { concealedPercent: measured.concealedPercent }),
  };
}

function nearest(all: readonly Sample[], at: number): Sample | undefined {
  const distance = (sample: Sample) => Math.abs(sample.at - at);
  const near = all.filter((sample) => distance(sample) <= nearMillis);
  return near.sort((a, b) => distance(a) - distance(b))[0];
}
