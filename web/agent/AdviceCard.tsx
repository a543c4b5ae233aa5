import type { Advice } from './advice.ts';

/** What is wrong, whose side it is on, what to do. */
export function AdviceCard({ advice }: { readonly advice: Advice }) {
  return (
    <div className={`advice advice-${advice.tone}`} data-testid="advice">
      <strong>{advice.title}</strong>
      <p>{advice.side}</p>
      {advice.steps.length > 0 && (
        <ul>
          {advice.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
