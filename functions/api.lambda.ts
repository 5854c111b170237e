import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { cognitoAccounts } from './aws/cognito-accounts.ts';
import { doorBlobs, doorDeps } from './aws/deps.ts';
import { setting } from './aws/environment.ts';
import { staffDoor } from './aws/staff-door.ts';
import { registryRoutes } from './registry-routes.ts';

/** The staff's door: registry and certification. */
const env = process.env;
const now = () => new Date();
const accounts = cognitoAccounts(new CognitoIdentityProviderClient({}), {
  pool: setting(env, 'USER_POOL'),
  issuer: setting(env, 'ISSUER'),
  appOrigin: setting(env, 'PUBLIC_ORIGIN'),
  now,
});

export const handler = staffDoor(env, doorDeps(env, { accounts, blobs: doorBlobs(env) }), registryRoutes);
