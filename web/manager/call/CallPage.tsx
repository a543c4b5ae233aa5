import { Failed, Loading } from '../layout/State.tsx';
import { useTitle } from '../layout/use-title.ts';
import { useCall } from '../queries/use-call.ts';
import { CallSummary } from './CallSummary.tsx';
import { DirectionPanel } from './DirectionPanel.tsx';
import { EventsPanel } from './EventsPanel.tsx';
import { ReportPanel } from './ReportPanel.tsx';
import { UsualPanel } from './UsualPanel.tsx';
import { WhereFrom } from './WhereFrom.tsx';

type Props = { readonly params: { readonly contactId: string; readonly agent?: string } };

/** One call: what happened, how it sounded second by second, and over which way. */
export function CallPage({ params: { contactId, agent } }: Props) {
  const { data, error, isPending, refetch } = useCall(contactId, agent);
  useTitle(`Call ${contactId}`);
  return (
    <div className="page">
      {error && <Failed what="this call" error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading what="the call" />}
      {data && (
        <div className="panels">
          <CallSummary answer={data} />
          <DirectionPanel answer={data} way="toAgent" />
          <DirectionPanel answer={data} way="fromAgent" />
          <div className="columns">
            <EventsPanel answer={data} />
            <UsualPanel answer={data} />
            <ReportPanel answer={data} />
            <WhereFrom call={data.call} />
          </div>
        </div>
      )}
    </div>
  );
}
