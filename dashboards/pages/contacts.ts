import { dimensionsOfContacts } from '../../model/query/dimension.ts';
import type { Page } from '../panels/panel.ts';
import { agreementPanels } from './contacts/agreement-panels.ts';
import { costPanels } from './contacts/cost-panels.ts';
import { coveragePanels } from './contacts/coverage-panels.ts';
import { verdictPanels } from './contacts/verdict-panels.ts';

/** Whose fault poor contacts are, how many are measured at all, and what poor ones cost. */
export const contactsAndCauses: Page = {
  id: 'contacts-and-causes',
  title: 'Contacts and causes',
  means:
    'Amazon Connect’s contact records joined with the softphones’ figures: whose fault poor contacts are, how many are measured at all, whether Connect’s own score agrees, and what poor contacts cost.',
  by: [...dimensionsOfContacts],
  panels: [...verdictPanels, ...coveragePanels, ...agreementPanels, ...costPanels],
};
