import type { Mode } from './palette.ts';

/**
 * Lines that stand for things, not for how good they are. After Okabe and Ito, "Color Universal Design": told apart
 * with any colour-vision deficiency; without the red and green of ratings, and each 3:1 on its surface.
 */
const seriesColors: Readonly<Record<Mode, readonly string[]>> = {
  light: ['#0b5f77', '#8a5bb5', '#b8651b', '#3b7dd8', '#6b6f1d', '#b0447e', '#4a5568', '#2f8f9d'],
  dark: ['#63c5e0', '#c39be8', '#e8a46a', '#7fb0ff', '#cfd06a', '#f08cbd', '#b3bccb', '#5fd3c4'],
};

/** The colour of the line of that number. */
export function seriesColor(mode: Mode, index: number): string {
  const colors = seriesColors[mode];
  return colors[index % colors.length] ?? '';
}
