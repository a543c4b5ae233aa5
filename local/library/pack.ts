/** `npm run library:pack`: packs the library for pages of others, and says where it is. */
import { join } from 'node:path';
import { root } from '../paths.ts';
import { packLibrary } from './pack-library.ts';

console.info(await packLibrary(join(root, '.build', 'library')));
