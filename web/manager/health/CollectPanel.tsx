import { agentEventFields } from '../../../model/connect/agent-event.ts';
import { contactFlowLogFields } from '../../../model/connect/contact-flow-log.ts';
import { contactRecordFields } from '../../../model/connect/contact-record.ts';
import type { CollectSettings } from '../../../model/settings/collect.ts';
import { Panel } from '../layout/Panel.tsx';
import { Facts } from './Facts.tsx';

type Props = { readonly collect: CollectSettings };

/** What is collected of what Amazon Connect tells, as the admin chose when deploying. */
export function CollectPanel({ collect: { queues, contactRecords, agentEvents, flowLogs } }: Props) {
  const hashed = contactRecords.hashedPhoneNumbers;
  return (
    <Panel
      title="What is collected from Amazon Connect"
      note="The deployment’s parameter collect. What is not collected is nowhere: neither stored, nor queued, nor set aside."
    >
      <Facts
        facts={[
          { name: 'Queues', value: listOr('all', queues ?? []) },
          { name: 'Contact records', value: fieldsOf(contactRecords, contactRecordFields) },
          { name: 'Contact attributes', value: listOr('none', contactRecords.attributes) },
          {
            name: 'Phone numbers',
            value: hashed.length > 0 ? `a keyed hash of ${hashed.join(', ')}` : 'none',
          },
          { name: 'Agents’ events', value: fieldsOf(agentEvents, agentEventFields) },
          { name: 'Flow logs', value: fieldsOf(flowLogs, contactFlowLogFields) },
          { name: 'Parameters of flow blocks', value: listOr('none', flowLogs.parameters) },
        ]}
      />
    </Panel>
  );
}

function listOr(otherwise: string, names: readonly string[]): string {
  return names.length > 0 ? names.join(', ') : otherwise;
}

type Chosen = { readonly collect: boolean; readonly fields: readonly string[] };

/** What differs from the usual. */
function fieldsOf({ collect, fields }: Chosen, usual: readonly string[]): string {
  if (!collect) return 'not collected';
  const left = usual.filter((field) => !fields.includes(field));
  const more = fields.filter((field) => !usual.includes(field));
  return [
    left.length === 0 ? 'the usual fields' : `without ${left.join(', ')}`,
    ...(more.length > 0 ? [`with ${more.join(', ')}`] : []),
  ].join(', ');
}
