import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultLimits } from '../../model/quality/limits.ts';
import type { Sample, StreamType } from '../../model/quality/sample.ts';
import {
  newMonitor,
  raisedWarnings,
  type WarningMonitor,
  watchFact,
  watchSamples,
} from '../../model/warnings/monitor.ts';
import { buildSamples, type Path } from '../builders.ts';

const at = Date.parse('2026-03-04T10:00:00.000Z');

/** A stretch of a call in each direction; `count: 0` where no packets flow. */
type Stretch = {
  readonly seconds: number;
  readonly heard?: Path & { count?: number };
  readonly said?: Path & { count?: number };
};

function stream(
  type: StreamType,
  stretches: readonly Stretch[],
  of: (one: Stretch) => Stretch['heard'],
): Sample[] {
  let from = at;
  return stretches.flatMap((stretch) => {
    const { count, ...path } = of(stretch) ?? {};
    const built = buildSamples(type, stretch.seconds, path, from);
    from += stretch.seconds * 1000;
    return count === undefined
      ? built
      : built.map((one) => ({ ...one, packetsCount: count, packetsLost: 0 }));
  });
}

function samplesOf(...stretches: Stretch[]) {
  return {
    audio_input: stream('audio_input', stretches, ({ heard }) => heard),
    audio_output: stream('audio_output', stretches, ({ said }) => said),
  };
}

/** Hands the samples over so many seconds at a time; what is raised after each. */
function watched(samples: Record<StreamType, Sample[]>, every: number, from: WarningMonitor = newMonitor) {
  const raised: string[][] = [];
  let monitor = from;
  const most = Math.max(samples.audio_input.length, samples.audio_output.length);
  for (let i = 0; i < most; i += every) {
    const part = {
      audio_input: samples.audio_input.slice(i, i + every),
      audio_output: samples.audio_output.slice(i, i + every),
    };
    monitor = watchSamples(monitor, part, defaultLimits);
    raised.push(raisedWarnings(monitor));
  }
  return { raised, monitor, last: raised.at(-1) ?? [] };
}

const fine: Stretch = { seconds: 30 };
const cases: readonly (readonly [string, Stretch, string[]])[] = [
  ['the microphone gives nothing', { seconds: 26, said: { audioLevel: 0 } }, ['microphoneSilent']],
  ['the caller cannot be heard', { seconds: 26, heard: { audioLevel: 1 } }, ['callerSilent']],
  ['nothing arrives', { seconds: 6, heard: { count: 0, audioLevel: 0 } }, ['nothingArrives']],
  ['nothing leaves', { seconds: 6, said: { count: 0, audioLevel: 0 } }, ['nothingLeaves']],
  ['loss to the agent', { seconds: 20, heard: { lossPercent: 12 } }, ['lossToAgent']],
  ['loss from the agent', { seconds: 20, said: { lossPercent: 12 } }, ['lossFromAgent']],
  ['a long way', { seconds: 10, said: { roundTripTimeMillis: 620 } }, ['delay']],
  ['one report of a long way', { seconds: 8, said: { roundTripTimeMillis: 900 } }, []],
  ['a pause in talking', { seconds: 15, said: { audioLevel: 0 }, heard: { audioLevel: 0 } }, []],
  ['muted', { seconds: 120, said: { audioLevel: 0, quiet: true } }, []],
  [
    'on hold',
    { seconds: 120, said: { audioLevel: 0, quiet: true }, heard: { count: 0, audioLevel: 0, quiet: true } },
    [],
  ],
  ['some loss', { seconds: 60, heard: { lossPercent: 4 }, said: { lossPercent: 3 } }, []],
  [
    'not measured',
    { seconds: 60, said: { audioLevel: null, roundTripTimeMillis: null, jitterMillis: null } },
    [],
  ],
];

test.each(cases)(
  '%s: the right warnings, second by second and by half minutes; over soon after',
  (_, bad, expected) => {
    for (const every of [1, 30]) {
      const during = watched(samplesOf(fine, bad), every);
      expect(during.last).toEqual(expected);
      expect(watched(samplesOf(fine, bad, fine), every).last).toEqual([]);
    }
  },
);

/** The second of the trouble in which a warning was raised, counted from 1; 0 of a call that was not warned of. */
function raisedInSecond(samples: Partial<Record<StreamType, Sample[]>>, begins: number): number {
  const { raised } = watched({ audio_input: [], audio_output: [], ...samples }, 1);
  return Math.max(0, raised.findIndex((kinds) => kinds.length > 0) - begins + 1);
}

test.each([
  [30, 3],
  [20, 3],
  [10, 3],
  [7, 4],
])('%i %% of loss to the agent is told in second %i of it', (lossPercent, second) => {
  const { audio_input } = samplesOf(fine, { seconds: 20, heard: { lossPercent } });
  expect(raisedInSecond({ audio_input }, fine.seconds)).toBe(second);
});

test.each([
  ['a second in which most is lost', { packetsLost: 40, packetsCount: 10 }],
  ['what stopped and goes on: all of the pause in one second', { packetsLost: 600, packetsCount: 50 }],
])('%s is no loss that goes on', (_, hiccup) => {
  const { audio_input } = samplesOf({ seconds: 60 });
  const spoilt = audio_input.map((sample, i) => (i % 10 === 9 ? { ...sample, ...hiccup } : sample));
  expect(raisedInSecond({ audio_input: spoilt }, 0)).toBe(0);
});

test.each([
  [30, 5, 5],
  [20, 5, 5],
  [10, 5, 10],
  [20, 7, 7],
])(
  '%i %% of loss from the agent, which the far side reports every %i s, is told in second %i of it, with a report',
  (lossPercent, every, second) => {
    const { audio_output } = samplesOf({ seconds: 30 + 20 });
    const lost = (every * 50 * lossPercent) / 100;
    const reported = audio_output.map((sample, i) => {
      const isReport = i >= fine.seconds && (i + 1 - fine.seconds) % every === 0;
      return { ...sample, packetsLost: isReport ? lost : 0 };
    });
    expect(raisedInSecond({ audio_output: reported }, fine.seconds)).toBe(second);
  },
);

test('packets that leave and that the far side has stopped telling of do not get through', () => {
  const { audio_output } = samplesOf({ seconds: 20 });
  const unheard = audio_output.map((sample, i) => ({ ...sample, unheard: i >= 5 && i < 15 }));
  const { raised } = watched({ audio_input: [], audio_output: unheard }, 1);
  expect([9, 10, 15, 16].map((second) => raised[second - 1])).toEqual([
    [],
    ['nothingLeaves'],
    ['nothingLeaves'],
    ['nothingLeaves'],
  ]);
  expect(raised.at(-1)).toEqual([]);
});

test('a long way is told with the second report of it', () => {
  const reports = [60, 640, 655].map((roundTripTimeMillis) => ({
    seconds: 5,
    said: { roundTripTimeMillis },
  }));
  const { audio_output } = samplesOf(...reports);
  expect(raisedInSecond({ audio_output }, 5)).toBe(6);
});

test('muting takes the warning of a silent microphone away, and it is counted anew afterwards', () => {
  const silent: Stretch = { seconds: 26, said: { audioLevel: 0 } };
  const muted: Stretch = { seconds: 1, said: { audioLevel: 0, quiet: true } };
  expect(watched(samplesOf(silent, muted), 1).last).toEqual([]);
  expect(watched(samplesOf({ ...silent, seconds: 20 }, muted, { ...silent, seconds: 20 }), 1).last).toEqual(
    [],
  );
});

test('a figure that goes up and down about its limit is told once', () => {
  const swing = Array.from({ length: 40 }, (_, i): Stretch => {
    return { seconds: 6, said: { roundTripTimeMillis: [520, 560, 480][i % 3] ?? 0 } };
  });
  const { raised } = watched(samplesOf(...swing), 1);
  const times = raised.filter((now, i) => now.length > (raised[i - 1]?.length ?? 0)).length;
  expect(times).toBe(1);
});

test('after a laptop has slept, seconds from before do not count', () => {
  const before = buildSamples('audio_output', 20, { audioLevel: 0 }, at);
  const after = buildSamples('audio_output', 10, { audioLevel: 0 }, at + 3_600_000);
  const { last } = watched({ audio_input: [], audio_output: [...before, ...after] }, 1);
  expect(last).toEqual([]);
});

test('what the page is told is raised and cleared by it; a change of network is over when sound goes on after it', () => {
  const lost = watchFact(newMonitor, 'deviceLost', true, at);
  expect(raisedWarnings(watchFact(lost, 'deviceLost', true, at + 1))).toEqual(['deviceLost']);
  expect(raisedWarnings(watchFact(lost, 'deviceLost', false, at + 2))).toEqual([]);
  const changed = watchFact(newMonitor, 'networkChanged', true, at + 29_000);
  expect(watched(samplesOf(fine), 30, changed).last).toEqual(['networkChanged']);
  expect(watched(samplesOf(fine, fine), 30, changed).last).toEqual([]);
});

test('whose headset is unplugged is told of that alone; what is still so when it is back is told then', () => {
  const { monitor } = watched(samplesOf(fine, { seconds: 8, said: { count: 0 } }), 1);
  expect(raisedWarnings(monitor)).toEqual(['nothingLeaves']);
  const lost = watchFact(monitor, 'deviceLost', true, at + 40_000);
  expect(raisedWarnings(lost)).toEqual(['deviceLost']);
  expect(raisedWarnings(watchFact(lost, 'deviceLost', false, at + 50_000))).toEqual(['nothingLeaves']);
});

const clean = fc.record({
  lossPercent: fc.integer({ min: 0, max: 2 }),
  roundTripTimeMillis: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 490 })),
  audioLevel: fc.oneof(fc.constant(null), fc.integer({ min: 2, max: 32_767 })),
  quiet: fc.boolean(),
});
const anything = fc.record({
  lossPercent: fc.integer({ min: 0, max: 60 }),
  roundTripTimeMillis: fc.integer({ min: 1, max: 3000 }),
  audioLevel: fc.integer({ min: 0, max: 5 }),
  quiet: fc.boolean(),
  count: fc.constantFrom(0, 50),
});
const call = (path: fc.Arbitrary<Path>) =>
  fc.array(fc.record({ seconds: fc.integer({ min: 1, max: 40 }), heard: path, said: path }), {
    minLength: 1,
    maxLength: 8,
  });

test('a clean call of whatever course is never warned of', () => {
  fc.assert(
    fc.property(call(clean), fc.integer({ min: 1, max: 30 }), (stretches, every) => {
      expect(watched(samplesOf(...stretches), every).raised.flat()).toEqual([]);
    }),
  );
});

test('whatever happened, half a minute without trouble clears it, and it does not matter how samples are handed over', () => {
  fc.assert(
    fc.property(call(anything), fc.integer({ min: 1, max: 30 }), (stretches, every) => {
      const bad = samplesOf(...stretches);
      expect(watched(bad, every).last).toEqual(watched(bad, 1).last);
      expect(watched(samplesOf(...stretches, fine), every).last).toEqual([]);
    }),
  );
});
