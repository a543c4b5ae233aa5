import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { warningKinds } from '../../model/warnings/warning-kinds.ts';
import { warningWords } from '../monitor/warning-words.ts';
import { WarningList } from './WarningList.tsx';

const show = (warnings: Parameters<typeof WarningList>[0]['warnings']) =>
  renderToStaticMarkup(<WarningList warnings={warnings} onDismiss={() => {}} />);

test('the place that is read out is there before there is a warning', () => {
  expect(show([])).toBe('<div class="warnings" role="status"></div>');
});

test('each warning is one sentence and one thing to do, with a button of its own name', () => {
  const html = show(warningKinds);
  for (const { title, step } of Object.values(warningWords)) {
    expect(title).toMatch(/^[A-Z][^.!?]+\.$/);
    expect(html).toContain(`<strong>${title}</strong> ${step}`);
    expect(html).toContain(`aria-label="Dismiss: ${title}"`);
  }
});
