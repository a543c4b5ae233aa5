import * as z from 'zod/mini';

/** A figure that Streams may leave out, give as null, or (after an arithmetic of its own) as NaN: then null, never 0. */
export const softphoneFigure = z.catch(z.nullable(z.number()), null);

/** A text that may be missing. */
export const softphoneText = z.catch(z.nullable(z.string()), null);
