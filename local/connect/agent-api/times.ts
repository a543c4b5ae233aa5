/** A time as AWS JSON 1.0 carries it: seconds since 1970, with a fraction. */
export function epochSeconds(time: Date): number {
  return time.getTime() / 1000;
}
