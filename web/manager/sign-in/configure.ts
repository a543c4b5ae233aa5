import { Amplify } from 'aws-amplify';
import type { ManagerSiteSettings } from '../../../model/settings/manager-site.ts';

/** Tells Amplify which user pool to ask. Passwords never travel: Amplify signs in by SRP. */
export function configureSignIn(settings: ManagerSiteSettings): void {
  const { userPoolId, userPoolClientId, cognitoEndpoint } = settings;
  const endpoint = cognitoEndpoint ? { userPoolEndpoint: cognitoEndpoint } : {};
  Amplify.configure({ Auth: { Cognito: { userPoolId, userPoolClientId, ...endpoint } } });
}
