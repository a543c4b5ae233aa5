import type { Finding } from '../../../model/verdict/verdict.ts';
import { disconnectIssueName } from './connect-names.ts';
import { type Figures, factWords } from './fact-words.ts';
import { formatCount, formatPercent } from './format-figure.ts';
import { failureName } from './names.ts';

/** A fact that a verdict rests on, in words: what was found, and by which figures. */
export type FactFound = { readonly text: string; readonly figures: string };

/** A finding in words; of a fact that came later its own name. */
export function findingInWords(finding: Finding): FactFound {
  const { fact, holds } = finding;
  const words = Object.hasOwn(factWords, fact) ? factWords[fact as keyof typeof factWords] : undefined;
  const yes = words?.yes ?? fact;
  const text =
    holds === null ? `Cannot be told: ${lowerFirst(yes)}` : holds ? yes : (words?.no ?? `Not: ${fact}`);
  const figures = words ? figuresOf(words.figures, finding) : undefined;
  return { text, figures: [figures, nameOf(finding)].filter((part) => part !== undefined).join(' · ') };
}

function figuresOf(figures: Figures, { value, of, limit }: Finding): string | undefined {
  const bound = (word: string, text: string | undefined) => (text === undefined ? '' : `, ${word} ${text}`);
  const percentLimit = limit === undefined ? undefined : formatPercent(limit);
  if (figures === 'none' || value === undefined) return undefined;
  const outOf = of === undefined ? '' : ` of ${formatCount(of)}`;
  switch (figures) {
    case 'poorTime':
      return `${formatPercent(value)} of the time poor`;
    case 'silence':
      return `silent ${formatPercent(value)}${outOf} s${bound('from', percentLimit)}`;
    case 'score':
      return `score ${value}${bound('low below', limit?.toString())}`;
    case 'shareAtMost':
      return `${formatPercent(value)}${outOf} others${bound('at most', percentLimit)}`;
    case 'shareAtLeast':
      return `${formatPercent(value)}${outOf} others${bound('from', percentLimit)}`;
    case 'agents':
      return `${formatCount(value)} others${bound('at least', limit?.toString())}`;
    case 'agentsOf':
      return `${formatCount(value)}${outOf} others`;
    case 'places':
      return `${formatCount(value)}${outOf}`;
  }
}

const scopeNames = { network: 'network', site: 'site', provider: 'provider' } as const;

/** Of which place, or what Amazon Connect or the report called it. */
function nameOf({ scope, name }: Finding): string | undefined {
  if (scope) return name === undefined ? scopeNames[scope] : `${scopeNames[scope]} ${name}`;
  return name === undefined ? undefined : disconnectIssueName(failureName(name));
}

function lowerFirst(text: string): string {
  // A name keeps its capital.
  return text.startsWith('Amazon') ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
