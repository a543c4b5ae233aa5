/** A stretch of time, in epoch milliseconds; both ends included. */
export type Stretch = { readonly from: number; readonly to: number };

export const hourMillis = 3_600_000;

export const iso = (at: number) => new Date(at).toISOString();
