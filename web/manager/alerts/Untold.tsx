import Alert from '@cloudscape-design/components/alert';
import type { ChannelTrouble } from '../../../model/alerts/channel-trouble.ts';
import { Concerns } from '../health/Concerns.tsx';
import { useIsAdmin } from '../sign-in/use-is-admin.ts';
import { makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { concernOfTrouble } from '../words/trouble-words.ts';

const time = makeTimeFormat(viewerZone);

/** Says that alerts do not reach everybody whom they should, and to admins what to do about it. */
export function Untold({ troubles }: { readonly troubles: readonly ChannelTrouble[] }) {
  const isAdmin = useIsAdmin();
  if (troubles.length === 0) return null;
  const concerns = troubles.map(concernOfTrouble);
  if (isAdmin) return <Concerns concerns={concerns} label="Who is not told" />;
  return (
    <Alert type="warning" header="Alerts do not reach everybody">
      {concerns.map(({ key, text, since }) => (
        <p key={key}>
          {text} {since && `Since ${time.dayAndTime(since)}. `}Tell your admin.
        </p>
      ))}
    </Alert>
  );
}
