import type { Random } from './random.ts';

/** The loudness of one direction, asked once a second: turns of speech and of listening. 0…32767. */
export type Voice = (quiet: boolean) => number;

/** While nobody speaks a live microphone still hears the room. */
const room = { low: 6, high: 70 };

/**
 * Makes the loudness of one side of a call.
 *
 * @param silentShare the share of the time in which a broken headset gives nothing at all, 0…1
 */
export function voiceOf(random: Random, silentShare = 0): Voice {
  const usual = random.logNormal(2600, 0.35);
  let speaking = random.chance(0.5);
  let left = random.wait(5);
  let dead = 0;
  return (quiet) => {
    if (--left <= 0) {
      speaking = !speaking;
      left = random.wait(5);
    }
    if (dead > 0) dead--;
    else if (silentShare > 0 && random.chance(silentShare / 8)) dead = Math.ceil(random.wait(8));
    if (quiet || dead > 0) return 0;
    const level = speaking ? random.logNormal(usual, 0.5) : random.between(room.low, room.high);
    return Math.min(32_767, Math.round(level));
  };
}
