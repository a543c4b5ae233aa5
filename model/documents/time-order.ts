/** Sorts texts, such as times in UTC of one form, as their characters come: negative where the first is earlier. */
export function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** From one time until another, in seconds. */
export function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}
