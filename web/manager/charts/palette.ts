import type { Rating } from '../../../model/quality/rating.ts';

export type Mode = 'light' | 'dark';

/** The colours of figures. Told apart by everyone with a colour-vision deficiency, and never without a word beside. */
export type Palette = Readonly<Record<Rating, string>> & {
  /** The same as text, which needs 4.5:1. */
  readonly goodText: string;
  readonly fairText: string;
  readonly poorText: string;
  readonly line: string;
  readonly secondLine: string;
  readonly volume: string;
  readonly text: string;
  readonly faint: string;
  readonly grid: string;
  readonly surface: string;
  /** What the surfaces lie on. */
  readonly canvas: string;
  readonly hold: string;
};

/** Each of the ratings has a contrast of at least 3:1 on its surface (WCAG 2.2, 1.4.11). */
export const palettes: Readonly<Record<Mode, Palette>> = {
  light: {
    good: '#2a8a79',
    fair: '#c77700',
    poor: '#c22f2f',
    unclassified: '#8c8f97',
    goodText: '#1f6d60',
    fairText: '#945800',
    poorText: '#b32626',
    line: '#0b5f77',
    secondLine: '#8a5bb5',
    volume: '#c9d4da',
    text: '#16191f',
    faint: '#5b6270',
    grid: '#e6e8ec',
    surface: '#ffffff',
    canvas: '#f6f7f8',
    hold: 'rgba(91, 98, 112, 0.12)',
  },
  dark: {
    good: '#4cb8a4',
    fair: '#f0a33b',
    poor: '#ff7a70',
    unclassified: '#868d9a',
    goodText: '#4cb8a4',
    fairText: '#f0a33b',
    poorText: '#ff7a70',
    line: '#63c5e0',
    secondLine: '#c39be8',
    volume: '#3b4a58',
    text: '#e9ebed',
    faint: '#a4abb8',
    grid: '#2d3743',
    surface: '#161d26',
    canvas: '#0d131a',
    hold: 'rgba(164, 171, 184, 0.16)',
  },
};
