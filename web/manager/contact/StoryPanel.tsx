import { useMemo } from 'react';
import type { ContactAnswer } from '../../../model/query/contacts.ts';
import { Panel } from '../layout/Panel.tsx';
import { AsTable } from '../panels/AsTable.tsx';
import { DownloadOfContact } from './DownloadOfContact.tsx';
import { drawStory } from './draw-story.ts';
import { Lanes } from './Lanes.tsx';
import { storyOf } from './lanes.ts';
import { tableOfStory } from './table-of-story.ts';

const title = 'What happened, on one axis of time';

/** The record's phases, the flow, the agents' states and how it sounded, above each other. */
export function StoryPanel({ answer }: { readonly answer: ContactAnswer }) {
  const story = useMemo(() => storyOf(answer), [answer]);
  const table = tableOfStory(story);
  const shown = story.lanes.filter(({ spans }) => spans.length > 0).map(({ name }) => name);
  return (
    <Panel
      title={title}
      note="Point at a stretch for its times; all of them are in the table below."
      actions={
        table.rows.length > 0 && (
          <DownloadOfContact
            title={title}
            contact={answer.contact}
            table={table}
            picture={(palette) => ({ content: drawStory(story, palette), legend: [] })}
          />
        )
      }
    >
      <Lanes
        story={story}
        label={`${title}: ${shown.join(', ') || 'nothing is known'}. The same is in the table below.`}
      />
      {answer.windowsCut && <p className="note">Only the first 4,000 half minutes are shown.</p>}
      {answer.contact.flowCut && <p className="note">Only the first 1,000 steps of the flow are kept.</p>}
      {table.rows.length > 0 && <AsTable table={table} label="The contact’s stretches of time" />}
    </Panel>
  );
}
