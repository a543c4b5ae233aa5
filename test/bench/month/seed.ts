/** Of everything in the bench's month: it is the same on every machine. */
export const seed = 1;
