/**
 * All requests with `keepalive` that are under way together may carry 64 KiB of body; one more byte and `fetch` fails
 * (Fetch Standard, "HTTP-network-or-cache fetch", step 8.10.5). A margin is left for others on the page.
 */
const budgetBytes = 60_000;

export type KeepaliveBudget = {
  /** True where the bytes were free; they then stay taken until given back. */
  take(bytes: number): boolean;
  giveBack(bytes: number): void;
};

export function keepaliveBudget(limit = budgetBytes): KeepaliveBudget {
  let taken = 0;
  return {
    take(bytes) {
      if (taken + bytes > limit) return false;
      taken += bytes;
      return true;
    },
    giveBack(bytes) {
      taken -= bytes;
    },
  };
}
