import { Failed, Loading } from '../layout/State.tsx';
import { useTitle } from '../layout/use-title.ts';
import { ApiError } from '../queries/ask-api.ts';
import { useContact } from '../queries/use-contact.ts';
import { NoRecord } from './NoRecord.tsx';
import { WholeContact } from './WholeContact.tsx';

type Props = { readonly params: { readonly contactId: string } };

/** One contact: its record, how it sounded, what its flow and its agents did meanwhile, and whose fault it was. */
export function ContactPage({ params: { contactId } }: Props) {
  const { data, error, isPending, refetch } = useContact(contactId);
  useTitle(`Contact ${contactId}`);
  const isUnknown = error instanceof ApiError && error.status === 404;
  return (
    <div className="page">
      {isUnknown && <NoRecord contactId={contactId} />}
      {error && !isUnknown && <Failed what="this contact" error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading what="the contact" />}
      {data && <WholeContact answer={data} />}
    </div>
  );
}
