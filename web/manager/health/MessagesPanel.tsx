import type { Counted, MessagesHealth } from '../../../model/query/health.ts';
import { Panel } from '../layout/Panel.tsx';
import { Scroll } from '../layout/Scroll.tsx';
import { formatCount } from '../words/format-figure.ts';
import { countedBy } from '../words/health-words.ts';
import { DownloadHealth } from './DownloadHealth.tsx';
import { UnknownPart } from './Facts.tsx';
import { tableOfMessages } from './health-tables.ts';
import { messageGroups } from './message-groups.ts';

/** What became of the messages of the last hours. */
export function MessagesPanel({
  messages,
  at,
}: {
  readonly messages: MessagesHealth | null;
  readonly at: string;
}) {
  return (
    <Panel
      title="What became of messages"
      note={
        messages
          ? `In the last ${messages.hours} hours. CloudWatch is a minute or two behind, and a quarter of an hour with a reason that never was before.`
          : undefined
      }
      actions={messages && <DownloadHealth title="Messages" at={at} table={tableOfMessages(messages)} />}
    >
      {messages === null ? (
        <UnknownPart what="CloudWatch" />
      ) : (
        <Scroll label="Messages">
          <table className="plain">
            <tbody>
              {messageGroups.map(([group, name]) => (
                <Group key={group} name={name} counted={messages[group]} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Panel>
  );
}

function Group({ name, counted }: { readonly name: string; readonly counted: readonly Counted[] }) {
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <tr className="total">
        <th scope="row">{name}</th>
        <td>{formatCount(total)}</td>
      </tr>
      {counted.map((each) => (
        <tr key={countedBy(each)} className="of-that">
          <th scope="row">{countedBy(each)}</th>
          <td>{formatCount(each.count)}</td>
        </tr>
      ))}
    </>
  );
}
