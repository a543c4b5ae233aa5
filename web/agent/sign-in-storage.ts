import * as z from 'zod/mini';

const tokens = z.object({
  access: z.string(),
  refresh: z.optional(z.string()),
  /** Epoch milliseconds. */
  endsAt: z.number(),
});
export type Tokens = z.infer<typeof tokens>;

/** What the sign-in pages were asked with, and must answer with. */
const pending = z.object({ state: z.string(), verifier: z.string() });
type Pending = z.infer<typeof pending>;

const tokensKey = 'sign-in.tokens';
const pendingKey = 'sign-in.pending';

/** Of one tab alone: what it keeps is gone with the tab. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What a tab knows of its agent's sign-in. What is not of this form counts as nothing. */
export function signInStorage(storage: TabStorage) {
  const stored = <Schema extends z.ZodMiniType>(key: string, schema: Schema): z.infer<Schema> | undefined => {
    try {
      return schema.safeParse(JSON.parse(storage.getItem(key) ?? 'null')).data;
    } catch {
      return undefined;
    }
  };
  return {
    tokens: () => stored(tokensKey, tokens),
    keepTokens: (its: Tokens) => storage.setItem(tokensKey, JSON.stringify(its)),
    forgetTokens: () => storage.removeItem(tokensKey),
    pending: () => stored(pendingKey, pending),
    keepPending: (its: Pending) => storage.setItem(pendingKey, JSON.stringify(its)),
    forgetPending: () => storage.removeItem(pendingKey),
  };
}
