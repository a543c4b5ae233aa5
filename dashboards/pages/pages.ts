import type { PageId } from '../../model/query/page.ts';
import type { Page } from '../panels/panel.ts';
import { business } from './business.ts';

/** The pages that are made of panels, by the id in their address. */
export const pages: Readonly<Record<PageId, Page>> = { business };
