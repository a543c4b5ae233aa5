import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Spinner from '@cloudscape-design/components/spinner';

/** While the first answer is on its way. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <p className="quiet" role="status">
      <Spinner /> Loading {what} …
    </p>
  );
}

type FailedProps = { readonly what: string; readonly error: Error; readonly onRetry: () => void };

/** When an answer did not come. What was there before stays below. */
export function Failed({ what, error, onRetry }: FailedProps) {
  return (
    <Alert
      type="error"
      header={`Could not load ${what}`}
      action={<Button onClick={onRetry}>Try again</Button>}
    >
      {error.message}
    </Alert>
  );
}

type NothingProps = { readonly title: string; readonly hint: string };

/** When there is nothing to show: said, not left blank. */
export function Nothing({ title, hint }: NothingProps) {
  return (
    <div className="nothing" role="status">
      <strong>{title}</strong>
      <p>{hint}</p>
    </div>
  );
}
