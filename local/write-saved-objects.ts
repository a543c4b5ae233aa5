/** `node local/write-saved-objects.ts` makes dashboards/export.ndjson anew from dashboards/saved-objects. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { savedObjects } from '../dashboards/saved-objects/all.ts';
import { root } from './paths.ts';

const lines = savedObjects.map((its) => `${JSON.stringify(its)}\n`);
writeFileSync(join(root, 'dashboards', 'export.ndjson'), lines.join(''));
