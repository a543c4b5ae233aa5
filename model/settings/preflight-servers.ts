import * as z from 'zod';

/** What is JSON within CloudFormation's text: neither of its variables, nor an end of the text. */
const plain = z.string().regex(/^[^\s"\\$]{1,256}$/, 'holds a space, a quotation mark, a backslash or a $');

/**
 * STUN and TURN servers that the check before a call asks by the ways that Amazon Connect hands out none for. Whoever opens
 * the agents' page can read them: no credential that is worth anything belongs here. `turn:` without one is asked all the
 * same, and its refusal shows that the way is open.
 */
export const preflightServers = z
  .array(
    z.strictObject({
      /** RFC 7064 and RFC 7065. */
      urls: z
        .array(
          z
            .string()
            .regex(
              /^(stun|turns?):(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?(\?transport=(udp|tcp))?$/i,
              'is no stun:HOST:PORT, turn:HOST:PORT?transport=udp or turns:HOST:PORT',
            ),
        )
        .min(1)
        .max(10),
      username: plain.optional(),
      credential: plain.optional(),
    }),
  )
  .max(10);
