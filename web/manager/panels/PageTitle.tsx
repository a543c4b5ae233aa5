import type { Page } from '../../../dashboards/panels/panel.ts';
import type { PageAnswer } from '../../../model/query/page.ts';
import { ComparedWith } from '../layout/ComparedWith.tsx';
import { Updated } from '../layout/Updated.tsx';
import type { Answered } from '../queries/use-view-query.ts';

type Props = {
  readonly page: Pick<Page, 'title' | 'means'>;
  readonly data: Answered<Pick<PageAnswer, 'before'>> | undefined;
  readonly at: number;
  readonly isLoading: boolean;
};

/** What the page answers, how old its figures are, and what they are compared with. */
export function PageTitle({ page, data, at, isLoading }: Props) {
  return (
    <div className="page-title">
      <h1>{page.title}</h1>
      <p className="note">{page.means}</p>
      {data && (
        <p className="note">
          <Updated view={data.view} at={at} isLoading={isLoading} />{' '}
          <ComparedWith period={data.answer.before} />
        </p>
      )}
    </div>
  );
}
