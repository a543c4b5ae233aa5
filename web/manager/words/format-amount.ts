const space = '\u00a0';
const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** Storage with the unit that fits: `512 B`, `1.4 GiB`. */
export function formatBytes(bytes: number): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  const value = bytes / 1024 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)}${space}${units[power]}`;
}

/** How long, roughly: `40 s`, `5 min`, `3 h`, `2 days`. */
export function formatSpan(seconds: number): string {
  if (seconds < 90) return `${Math.max(0, Math.round(seconds))}${space}s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)}${space}min`;
  if (seconds < 129_600) return `${Math.round(seconds / 3600)}${space}h`;
  return `${Math.round(seconds / 86_400)}${space}days`;
}
