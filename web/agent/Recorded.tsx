type RecordedProps = { readonly retentionDays: number | undefined; readonly logged: boolean | undefined };

/** What is recorded of an agent's work, and for how long. Said where it happens. */
export function Recorded({ retentionDays, logged }: RecordedProps) {
  return (
    <details className="recorded" data-testid="recorded">
      <summary>What is recorded</summary>
      <ul>
        <li>How each call sounded, second by second: lost packets, jitter, delay, loudness.</li>
        <li>When a call rang, began, was muted or held, and ended; its queue.</li>
        <li>Your user name, routing profile, browser, system and network address.</li>
        <li>What you were warned of, and what you report.</li>
        <li>Whether you could take a call: microphone, page, connection.</li>
        <li>How fast Amazon Connect answered this page.</li>
        {logged && (
          <li>
            Where something was wrong: the softphone’s technical log of the call, without numbers and names.
          </li>
        )}
      </ul>
      <p>
        Never what is said, who calls, phone numbers or contact attributes.
        {retentionDays !== undefined &&
          ` Deleted after ${retentionDays} ${retentionDays === 1 ? 'day' : 'days'}.`}
      </p>
    </details>
  );
}
