import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import type { ContactAnswer } from '../../../model/query/contacts.ts';
import { Panel } from '../layout/Panel.tsx';
import { moduleName } from '../words/flow-words.ts';
import { formatDuration, makeTimeFormat, viewerZone } from '../words/format-time.ts';
import { DownloadOfContact } from './DownloadOfContact.tsx';
import { tableOfFlow } from './table-of-flow.ts';

const time = makeTimeFormat(viewerZone);
const shownAtFirst = 25;

/** What the flow did with the contact, step by step. */
export function FlowPanel({ contact }: { readonly contact: ContactAnswer['contact'] }) {
  const [isOpen, setOpen] = useState(false);
  const { flow } = contact;
  if (flow.length === 0) {
    return (
      <Panel title="Flow">
        <p className="quiet">
          No flow steps are stored: flows log nothing unless they are told to, and what is logged may not be
          collected.
        </p>
      </Panel>
    );
  }
  return (
    <Panel
      title="Flow"
      note={[...new Set(flow.flatMap(({ flowName }) => flowName ?? []))].join(', ')}
      actions={<DownloadOfContact title="Flow" contact={contact} table={tableOfFlow(flow)} />}
    >
      <ol className="events">
        {(isOpen ? flow : flow.slice(0, shownAtFirst)).map((step) => (
          <li
            key={`${step.at} ${step.moduleType} ${step.identifier}`}
            className={step.failed ? 'failure' : ''}
          >
            <time dateTime={step.at}>{time.second(step.at)}</time>
            <span>
              {moduleName(step.moduleType)}
              {step.failed && ': failed'}
              {step.parameters && <small className="quiet below">{step.parameters.join(', ')}</small>}
            </span>
            <small>{step.seconds === undefined ? '' : formatDuration(step.seconds)}</small>
          </li>
        ))}
      </ol>
      {flow.length > shownAtFirst && (
        <Button variant="inline-link" ariaExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Show fewer' : `Show all ${flow.length}`}
        </Button>
      )}
    </Panel>
  );
}
