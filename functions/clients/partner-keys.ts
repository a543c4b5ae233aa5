import { KnownError } from '../errors.ts';

/** The keys by which a partner may know us, the likeliest first. */
export type PartnerKeys = {
  /**
   * @param isRefused whether those that were known are not taken: then they are looked up anew, but not all the time
   * @throws KnownError `unavailable` when they cannot be read, and never could
   */
  readonly list: (isRefused: boolean) => Promise<readonly string[]>;
  readonly wasTaken: (key: string) => void;
};

const keptMillis = 300_000;
const keptRefusedMillis = 10_000;
/** What the secret holds until an admin has put the key there: as the template has it. */
const noKeyYet = ['', 'none'];

/**
 * Keys that are kept for some minutes: what the secret holds, and what it held before. So a key can be changed here before
 * it is changed at the partner's, or after.
 *
 * @param read what the secret holds in its versions
 */
export function makePartnerKeys(
  read: () => Promise<readonly string[]>,
  now: () => number = Date.now,
): PartnerKeys {
  let known: { readonly keys: readonly string[]; readonly readAt: number } | undefined;
  let taken: string | undefined;
  const lookUp = async () => {
    try {
      const keys = (await read()).map((its) => its.trim());
      return { keys: keys.filter((its) => !noKeyYet.includes(its.toLowerCase())), readAt: now() };
    } catch (cause) {
      if (known) return known;
      throw new KnownError('unavailable', 'The key cannot be read.', { cause });
    }
  };
  return {
    list: async (isRefused) => {
      const age = now() - (known?.readAt ?? Number.NEGATIVE_INFINITY);
      if (!known || age >= (isRefused ? keptRefusedMillis : keptMillis)) known = await lookUp();
      return [...known.keys].sort((a, b) => Number(b === taken) - Number(a === taken));
    },
    wasTaken: (key) => {
      taken = key;
    },
  };
}
