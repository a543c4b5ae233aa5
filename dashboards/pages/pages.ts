import type { PageId } from '../../model/query/page.ts';
import type { Page } from '../panels/panel.ts';
import { agentsSide } from './agents-side.ts';
import { api } from './api.ts';
import { business } from './business.ts';
import { contactsAndCauses } from './contacts.ts';
import { devices } from './devices.ts';
import { network } from './network.ts';
import { service } from './service.ts';
import { technical } from './technical.ts';

/** The pages that are made of panels, by the id in their address. */
export const pages: Readonly<Record<PageId, Page>> = {
  business,
  service,
  technical,
  network,
  api,
  devices,
  'contacts-and-causes': contactsAndCauses,
  'agents-side': agentsSide,
};
