/** An instant as the viewer's clock has it, with its offset: `2026-11-18T10:00:00+01:00`. */
export function localIso(at: string): string {
  const date = new Date(at);
  const minutes = -date.getTimezoneOffset();
  const wall = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  const two = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, '0');
  return `${wall}${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
