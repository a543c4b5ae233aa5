import { createContext, useContext } from 'react';
import type { Mode } from '../charts/palette.ts';

/** What a person chose: a look, or to follow the system. */
export type ModeChoice = Mode | 'system';

const key = 'softphone-quality-mode';

/** The choice kept in this browser; the system's where none is, or where storage is blocked. */
export function readModeChoice(): ModeChoice {
  try {
    const stored = localStorage.getItem(key);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

/** Keeps the choice where the browser lets it. */
export function keepModeChoice(choice: ModeChoice): void {
  try {
    localStorage.setItem(key, choice);
  } catch {
    // Storage is blocked: the choice lasts as long as the page.
  }
}

const ModeContext = createContext<Mode>('light');

export const ModeProvider = ModeContext.Provider;

/** Light or dark, as shown now. */
export function useMode(): Mode {
  return useContext(ModeContext);
}
