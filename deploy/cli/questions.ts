import { createInterface } from 'node:readline/promises';
import type { StageSettings } from './stage-settings.ts';

const questions = {
  region: 'AWS region of your Amazon Connect instance (for instance eu-central-1): ',
  ccpUrl: 'Address of its softphone (https://NAME.my.connect.aws/ccp-v2): ',
  samlUrl: 'Where agents sign in, if by SAML (else leave it empty): ',
};

/** Asks on the terminal for what is neither given nor remembered. */
export async function askForMissing(settings: StageSettings): Promise<StageSettings> {
  const { parameters } = settings;
  // Who has said where the softphone is has said how one signs in.
  const isNew = parameters.ccpUrl === undefined;
  if (settings.region && !isNew) return settings;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const region = settings.region ?? (await terminal.question(questions.region)).trim();
    if (!isNew) return { ...settings, region };
    const ccpUrl = (await terminal.question(questions.ccpUrl)).trim();
    const samlUrl = parameters.samlUrl ?? (await terminal.question(questions.samlUrl)).trim();
    return { region, parameters: { ...parameters, ccpUrl, ...(samlUrl ? { samlUrl } : {}) } };
  } finally {
    terminal.close();
  }
}

/** Whether the answer on the terminal is exactly this word. Throws an Error where there is no terminal to ask on. */
export async function confirm(question: string, word: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new Error(`${question}\nHere is nobody to ask: add --yes if that is meant. Nothing was changed.`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question(`${question} Type ${word} to go on: `)).trim() === word;
  } finally {
    terminal.close();
  }
}
