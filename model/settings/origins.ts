import * as z from 'zod';

const address = z.url({ protocol: /^https?$/, normalize: true });
/** As a browser writes it (WHATWG URL, "origin"): then its address is the same and a slash. */
const isOrigin = (text: string) => !text.includes('@') && address.safeParse(text).data === `${text}/`;

/** Origins of pages, with commas or spaces between them. */
export const origins = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .pipe(z.array(z.string().refine(isOrigin, 'an origin is scheme://host in small letters, without a path')));
