import { mostWords, type Symptom, symptoms } from '../../model/messages/symptoms.ts';
import type { CallView } from '../monitor/call-view.ts';
import type { Said } from '../monitor/said.ts';

/** As agents say it. */
const names: Readonly<Record<Symptom, string>> = {
  noAudio: 'No sound',
  oneWay: 'One-way sound',
  choppy: 'Choppy',
  echo: 'Echo',
  delay: 'Delay',
  dropped: 'Call dropped',
  couldNotAccept: 'Could not accept',
};

type ProblemCardProps = {
  readonly call: CallView;
  /** The deployment keeps no words. */
  readonly wordless?: boolean | undefined;
  readonly onSay: (said: Said) => void;
};

/** Where the agent says what was wrong: a click each. Folded away while they talk. */
export function ProblemCard({ call, wordless, onSay }: ProblemCardProps) {
  return (
    <details className="problem" open={call.phase === 'over'} data-testid="problem">
      <summary>Report a problem</summary>
      <fieldset className="symptoms">
        <legend>What was wrong with this call?</legend>
        {symptoms.map((symptom) => {
          const isSaid = call.symptoms.includes(symptom);
          return (
            <button
              key={symptom}
              type="button"
              aria-pressed={isSaid}
              onClick={() => onSay({ symptom, ...(isSaid ? { withdrawn: true } : {}) })}
            >
              {names[symptom]}
            </button>
          );
        })}
      </fieldset>
      {call.symptoms.length > 0 && !wordless && <Words call={call} onSay={onSay} />}
      <p role="status" className="age">
        {call.symptoms.length > 0 && 'Reported.'}
      </p>
    </details>
  );
}

/** The words as they are kept stand in the field: what was taken out of them is to be seen. */
function Words({ call: { contactId, words }, onSay }: ProblemCardProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const written = new FormData(event.currentTarget).get('words');
        if (typeof written === 'string') onSay({ words: written });
      }}
    >
      <label>
        In your own words, if you like
        <textarea
          key={`${contactId} ${words}`}
          name="words"
          rows={2}
          maxLength={mostWords}
          defaultValue={words}
        />
      </label>
      <p className="age">No names. Numbers and addresses are taken out.</p>
      <button type="submit">Add</button>
    </form>
  );
}
