import { Duration, SecretValue, Stack, type StackProps } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { invitationDays } from '../../functions/aws/cognito-accounts.ts';
import { publishOutputs } from './outputs.ts';
import { removalPolicyOf } from './removal-policy.ts';
import type { Stage } from './stages.ts';

/**
 * Who signs in. Accounts are made by administrators only. A second factor is asked of everybody: officers, leaders and administrators must
 * have one, a role may be given at any time, and Cognito knows no rule per role.
 */
export class IdentityStack extends Stack {
  readonly pool: cognito.UserPool;
  readonly client: cognito.UserPoolClient;
  /** Issuer of the tokens. */
  readonly issuer: string;

  constructor(scope: Construct, id: string, props: StackProps & { stage: Stage }) {
    super(scope, id, props);
    const { stage } = props;
    this.pool = new cognito.UserPool(this, 'People', {
      userPoolName: `pho-so-${stage.name}`,
      selfSignUpEnabled: false,
      signInCaseSensitive: false,
      signInAliases: { username: true },
      customAttributes: { person: new cognito.StringAttribute({ mutable: false, maxLen: 36 }) },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: false,
        tempPasswordValidity: Duration.days(invitationDays),
      },
      mfa: cognito.Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      // Whoever lost the password asks an administrator: there is no mail address that could be trusted with it.
      accountRecovery: cognito.AccountRecovery.NONE,
      featurePlan: cognito.FeaturePlan.PLUS,
      standardThreatProtectionMode: cognito.StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: stage.keepsData,
      removalPolicy: removalPolicyOf(stage),
    });
    this.pool.addDomain('SignIn', {
      cognitoDomain: { domainPrefix: stage.signInPrefix },
      managedLoginVersion: cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    this.issuer = `https://cognito-idp.${stage.region}.amazonaws.com/${this.pool.userPoolId}`;

    const { federation } = stage;
    const federated =
      federation &&
      new cognito.UserPoolIdentityProviderOidc(this, 'Federation', {
        userPool: this.pool,
        name: federation.name,
        issuerUrl: federation.issuer,
        clientId: federation.clientId,
        clientSecret: SecretValue.secretsManager(federation.secretName).unsafeUnwrap(),
        scopes: ['openid', 'profile'],
        attributeMapping: { preferredUsername: cognito.ProviderAttribute.other('preferred_username') },
      });

    this.client = this.pool.addClient('Web', {
      userPoolClientName: 'web',
      generateSecret: false,
      // Named, because Cognito's own list has the renewal without rotation in it, and refuses that beside rotation.
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID, cognito.OAuthScope.PROFILE],
        callbackUrls: [`https://${stage.domain}/dang-nhap`],
        logoutUrls: [`https://${stage.domain}/`],
      },
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      // Assessors work offline for days.
      refreshTokenValidity: Duration.days(14),
      refreshTokenRotationGracePeriod: Duration.seconds(60),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
      supportedIdentityProviders: [
        cognito.UserPoolClientIdentityProvider.COGNITO,
        ...(federation ? [cognito.UserPoolClientIdentityProvider.custom(federation.name)] : []),
      ],
    });
    if (federated) this.client.node.addDependency(federated);
    publishOutputs(this, { userPool: this.pool.userPoolId, client: this.client.userPoolClientId });
    new cognito.CfnManagedLoginBranding(this, 'Branding', {
      userPoolId: this.pool.userPoolId,
      clientId: this.client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
  }
}
