import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { registryRoutes } from '../api/registry-routes.ts';
import { cognitoAccounts } from '../aws/cognito-accounts.ts';
import { handlerBlobs, handlerDeps } from '../aws/deps.ts';
import { setting } from '../aws/environment.ts';
import { staffHandler } from '../aws/staff-handler.ts';

/** The staff's handler: registry and certification. */
const env = process.env;
const now = () => new Date();
const accounts = cognitoAccounts(new CognitoIdentityProviderClient({}), {
  pool: setting(env, 'USER_POOL'),
  issuer: setting(env, 'ISSUER'),
  appOrigin: setting(env, 'PUBLIC_ORIGIN'),
  now,
});

export const handler = staffHandler(env, handlerDeps(env, { accounts, blobs: handlerBlobs(env) }), registryRoutes);
