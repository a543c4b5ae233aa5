import Button from '@cloudscape-design/components/button';
import { useSupportBundle } from './use-support-bundle.ts';

type Props = { readonly contactId: string; readonly agent?: string | undefined };

/** What Amazon support asks for of a call, as one file. */
export function SupportBundleButton(of: Props) {
  const { mutate, isPending, error } = useSupportBundle(of);
  return (
    <p className="note support">
      <Button
        iconName="download"
        loading={isPending}
        loadingText="Preparing the support bundle"
        onClick={() => mutate()}
      >
        Support bundle
      </Button>
      <span>For Amazon support: times, figures, report and log of this call, in one file.</span>
      {error && <span role="alert">{error.message}</span>}
    </p>
  );
}
