import { Mode as AppliedMode, applyMode } from '@cloudscape-design/global-styles';
import { useEffect, useState } from 'react';
import { type Mode, palettes } from '../charts/palette.ts';
import { keepModeChoice, type ModeChoice, readModeChoice } from './mode.ts';

const system = matchMedia('(prefers-color-scheme: dark)');

/** The look in use, what was chosen, and how to choose. Puts the look onto the page. */
export function useTheme() {
  const [choice, setChoice] = useState<ModeChoice>(readModeChoice);
  const [systemMode, setSystemMode] = useState<Mode>(() => (system.matches ? 'dark' : 'light'));
  const mode = choice === 'system' ? systemMode : choice;

  useEffect(() => {
    const follow = () => setSystemMode(system.matches ? 'dark' : 'light');
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, []);

  useEffect(() => putOn(mode), [mode]);

  const choose = (next: ModeChoice) => {
    keepModeChoice(next);
    setChoice(next);
  };
  return { mode, choice, choose };
}

function putOn(mode: Mode): void {
  applyMode(mode === 'dark' ? AppliedMode.Dark : AppliedMode.Light);
  const root = document.documentElement;
  root.dataset.mode = mode;
  root.style.colorScheme = mode;
  for (const [name, color] of Object.entries(palettes[mode])) root.style.setProperty(`--${name}`, color);
}
