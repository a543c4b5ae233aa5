import Popover from '@cloudscape-design/components/popover';
import type { ReactNode } from 'react';
import type { Measure } from '../../../dashboards/measures/measure.ts';

/** A measure's name, which says on a click what it means. */
export function Explained({
  measure,
  children,
}: {
  readonly measure: Measure;
  readonly children?: ReactNode;
}) {
  return (
    <Popover
      header={measure.name}
      content={measure.means}
      triggerType="text"
      size="medium"
      dismissButton={false}
    >
      <span className="explained">{children ?? unbroken(measure.name)}</span>
    </Popover>
  );
}

/** A number and its percent sign stay on one line. */
function unbroken(name: string): string {
  return name.replaceAll(' %', '\u00a0%');
}
