import { fetchAuthSession, signOut } from 'aws-amplify/auth';

/**
 * The access token, renewed where it ran out. It carries the groups; the gateway compares its `client_id` with the
 * authorizer's audience. Undefined where nobody is signed in.
 */
export async function accessToken(): Promise<string | undefined> {
  const session = await fetchAuthSession();
  return session.tokens?.accessToken.toString();
}

/** Ends a session that the API no longer takes; the sign-in form shows itself. */
export async function endSession(): Promise<void> {
  await signOut();
}
