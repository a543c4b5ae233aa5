import { expect, test } from 'vitest';
import { explainProblem } from './explain-problem.ts';

const problem = {
  symptoms: ['noAudio' as const, 'dropped' as const],
  reportedAt: '2026-03-04T10:00:00.000Z',
};

test('says what the agent said, and whether it was measured', () => {
  expect(explainProblem({ problem, rating: 'poor' })).toBe(
    'The agent reported: no sound, dropped. It was measured to be poor, too.',
  );
  expect(explainProblem({ problem: { ...problem, words: 'Like a robot' }, rating: 'fair' })).toBe(
    'The agent reported: no sound, dropped. “Like a robot” What was measured was fair, not poor.',
  );
  expect(explainProblem({ rating: 'poor' })).toBeUndefined();
});
