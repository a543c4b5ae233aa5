import * as z from 'zod';
import { type ExportedObject, exportedObject, types } from './exported-object.ts';

/** Who asks: nobody where Dashboards has no sign-in, a user and password, or the cookies of a browser that is signed in. */
export type Credentials = { readonly basic?: string | undefined; readonly cookie?: string | undefined };

const exportPath = '/api/saved_objects/_export';

const howToSignIn =
  'Set DASHBOARDS_AUTH=user:password, or, where one signs in by Cognito or SAML, DASHBOARDS_COOKIE to the Cookie ' +
  'header that your browser sends to it (its developer tools show it under Network).';

/** The last line of an export. */
const details = z.object({
  exportedCount: z.number(),
  missingReferences: z.array(z.object({ type: z.string(), id: z.string() })),
});

const refusal = z.object({ message: z.string() });

/**
 * Everything that people made in OpenSearch Dashboards' global tenant: dashboards, what is on them, searches and index
 * patterns.
 *
 * @param url where Dashboards is, with its base path: `https://<domain>/_dashboards` on Amazon OpenSearch Service
 * @throws Error that says what to do
 */
export async function askDashboards(url: string, credentials: Credentials): Promise<ExportedObject[]> {
  const answer = await post(new URL(url.replace(/\/+$/, '') + exportPath), credentials);
  const lines = readLines(answer);
  const { missingReferences } = details.parse(lines.at(-1));
  if (missingReferences.length > 0) {
    const named = missingReferences.map(({ type, id }) => `${type} ${id}`).join(', ');
    throw new Error(
      `Something in OpenSearch Dashboards shows what is not there any more: ${named}. Mend that there first.`,
    );
  }
  const objects = lines.slice(0, -1).map(readObject);
  if (objects.length === 0)
    throw new Error('There is nothing in OpenSearch Dashboards: nothing was changed.');
  return objects;
}

function readObject(line: unknown): ExportedObject {
  const { data, error } = exportedObject.safeParse(line);
  if (!data) throw new Error(`OpenSearch Dashboards gave an object that is none: ${z.prettifyError(error)}`);
  return data;
}

async function post(url: URL, { basic, cookie }: Credentials): Promise<string> {
  const response = await send(url, {
    'content-type': 'application/json',
    'osd-xsrf': 'true',
    securitytenant: 'global',
    ...(basic ? { authorization: `Basic ${Buffer.from(basic).toString('base64')}` } : {}),
    ...(cookie ? { cookie } : {}),
  });
  const { status } = response;
  const isRedirect = status >= 300 && status < 400;
  if (isRedirect || status === 401 || status === 403) {
    throw new Error(`OpenSearch Dashboards wants to know who you are (${status}). ${howToSignIn}`);
  }
  const text = await response.text();
  if (status === 404) {
    throw new Error(
      `There is no OpenSearch Dashboards at ${url.href.replace(exportPath, '')}. Give its address with its base path, as https://<domain>/_dashboards`,
    );
  }
  if (!response.ok) throw new Error(`OpenSearch Dashboards answered ${status}: ${messageOf(text)}`);
  return text;
}

async function send(url: URL, headers: Readonly<Record<string, string>>): Promise<Response> {
  const body = JSON.stringify({ type: types, includeReferencesDeep: true });
  try {
    return await fetch(url, { method: 'POST', body, headers, redirect: 'manual' });
  } catch (error) {
    // What fetch says itself is only that it failed.
    const { cause = error } = error as { cause?: unknown };
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Nothing answers at ${url.origin}: ${reason}`, { cause: error });
  }
}

function messageOf(text: string): string {
  try {
    return refusal.parse(JSON.parse(text)).message;
  } catch {
    return text.slice(0, 200);
  }
}

function readLines(text: string): unknown[] {
  try {
    return text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  } catch (cause) {
    throw new Error(`OpenSearch Dashboards answered with something that is no export. ${howToSignIn}`, {
      cause,
    });
  }
}
