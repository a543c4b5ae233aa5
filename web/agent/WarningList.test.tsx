import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { warningKinds } from '../../model/warnings/warning-kinds.ts';
import { warningWords } from '../monitor/warning-words.ts';
import { WarningList } from './WarningList.tsx';

const show = (warnings: Parameters<typeof WarningList>[0]['warnings']) =>
  renderToStaticMarkup(<WarningList warnings={warnings} onDismiss={() => {}} afterLast={() => {}} />);
/** What a screen reader reads out: the inside of the live region. */
const readOut = (html: string) => /<div role="status" aria-atomic="false"[^>]*>(.*?)<\/div>/.exec(html)?.[1];

test('the place that is read out is there before there is a warning', () => {
  expect(readOut(show([]))).toBe('');
});

test('each warning is one sentence and one thing to do, and no button is read out with it', () => {
  const html = show(warningKinds);
  for (const { title, step } of Object.values(warningWords)) {
    expect(title).toMatch(/^[A-Z][^.!?]+\.$/);
    expect(step).toMatch(/^[A-Z][^.!?]+\.$/);
    expect(readOut(html)?.split(`<strong>${title}</strong> ${step}`)).toHaveLength(2);
    expect(html).toContain(`aria-label="Dismiss: ${title}"`);
  }
  expect(readOut(html)).not.toContain('button');
});
