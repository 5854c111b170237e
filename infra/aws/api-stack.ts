import { Stack, type StackProps } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import * as apigateway from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { addresses, type HttpHandler } from './addresses.ts';
import type { DataStack } from './data-stack.ts';
import type { IdentityStack } from './identity-stack.ts';
import { lambdaHandler, may, pdfLayer } from './lambda-handler.ts';
import { publishOutputs } from './outputs.ts';
import { removalPolicyOf } from './removal-policy.ts';
import type { Stage } from './stages.ts';

const loggedOfRequests = {
  at: '$context.requestTimeEpoch',
  request: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  ms: '$context.responseLatency',
  bytes: '$context.responseLength',
  error: '$context.integrationErrorMessage',
};

/** The handlers that people reach, behind an HTTP API whose own address is closed: CloudFront comes by `originDomain`, with its secret. */
export class ApiStack extends Stack {
  readonly doors: Record<HttpHandler, lambda.Function>;
  readonly api: apigateway.HttpApi;

  constructor(scope: Construct, id: string, props: StackProps & { stage: Stage; data: DataStack; identity: IdentityStack }) {
    super(scope, id, props);
    const { stage, data, identity } = props;
    const { readTable, writeTable, readFiles, writeFiles } = may(this, stage, data);
    const behindCloudFront = { ORIGIN_SECRETS: data.originSecret.secretValue.unsafeUnwrap() };
    const staff = {
      ...behindCloudFront,
      ISSUER: identity.issuer,
      CLIENT_ID: identity.client.userPoolClientId,
      FILES_ADDRESS: `https://${data.files.bucketRegionalDomainName}`,
    };
    const personalDataKey = { PERSONAL_DATA_KEY: data.personalDataKey.secretValue.unsafeUnwrap() };
    const common = { stage, data };
    const { concurrency } = stage;

    this.doors = {
      public: lambdaHandler(this, {
        ...common,
        name: 'public',
        memory: 512,
        seconds: 10,
        concurrency: concurrency.public,
        environment: { ...behindCloudFront, LIST_SECRETS: data.listSecret.secretValue.unsafeUnwrap() },
        allowed: readTable,
      }),
      api: lambdaHandler(this, {
        ...common,
        name: 'api',
        memory: 1024,
        seconds: 29,
        concurrency: concurrency.api,
        environment: { ...staff, ...personalDataKey, USER_POOL: identity.pool.userPoolId },
        allowed: [
          ...readTable,
          ...writeTable,
          ...readFiles,
          // Of certificates only those signed elsewhere, which lie a folder deeper.
          ...writeFiles('uploads/*', 'snapshots/*', 'ceremonies/*', 'certificates/*/*'),
          {
            actions: [
              'cognito-idp:AdminCreateUser',
              'cognito-idp:AdminDeleteUser',
              'cognito-idp:AdminDisableUser',
              'cognito-idp:AdminEnableUser',
              'cognito-idp:AdminGetUser',
              'cognito-idp:AdminSetUserMFAPreference',
              'cognito-idp:AdminSetUserPassword',
              'cognito-idp:AdminUserGlobalSignOut',
            ],
            on: [identity.pool.userPoolArn],
          },
        ],
      }),
      lists: lambdaHandler(this, {
        ...common,
        name: 'lists',
        memory: 1769,
        seconds: 29,
        concurrency: concurrency.lists,
        environment: { ...staff, ...personalDataKey },
        allowed: [...readTable, ...writeTable, ...readFiles, ...writeFiles('uploads/*')],
      }),
      papers: lambdaHandler(this, {
        ...common,
        name: 'papers',
        memory: 1769,
        seconds: 29,
        concurrency: concurrency.papers,
        environment: staff,
        layers: [pdfLayer(this)],
        allowed: [...readTable, ...readFiles, ...writeFiles('records/*')],
      }),
      documents: lambdaHandler(this, {
        ...common,
        name: 'documents',
        memory: 1769,
        seconds: 29,
        concurrency: concurrency.documents,
        environment: staff,
        allowed: [...readTable, ...readFiles],
      }),
    };

    const domainName = new apigateway.DomainName(this, 'Domain', {
      domainName: stage.originDomain,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', stage.originCertificateArn),
      securityPolicy: apigateway.SecurityPolicy.TLS_1_2,
    });
    publishOutputs(this, { origin: domainName.regionalDomainName });
    const accessLog = new logs.LogGroup(this, 'AccessLog', {
      logGroupName: `/pho-so/${stage.name}/requests`,
      retention: stage.logDays,
      encryptionKey: data.key,
      removalPolicy: removalPolicyOf(stage),
    });
    this.api = new apigateway.HttpApi(this, 'Api', {
      apiName: `pho-so-${stage.name}`,
      disableExecuteApiEndpoint: true,
      createDefaultStage: false,
    });
    const { public: everybody, staff: signedIn } = stage.requests;
    const live = new apigateway.HttpStage(this, 'Live', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      domainMapping: { domainName },
      detailedMetricsEnabled: true,
      throttle: { rateLimit: everybody.rate, burstLimit: everybody.burst },
      accessLogSettings: {
        destination: new apigateway.LogGroupLogDestination(accessLog),
        // No query, no address, no token: what people look for and who they are is nobody's business.
        format: AccessLogFormat.custom(JSON.stringify(loggedOfRequests)),
      },
    });
    const settings: Record<string, object> = {};
    for (const name of Object.keys(this.doors) as HttpHandler[]) {
      const integration = new HttpLambdaIntegration(`${name}-integration`, this.doors[name]);
      for (const address of addresses[name]) {
        const [method, path] = address.split(' ') as [string, string | undefined];
        const routeKey = path
          ? apigateway.HttpRouteKey.with(path, apigateway.HttpMethod[method as 'ANY'])
          : apigateway.HttpRouteKey.DEFAULT;
        const route = new apigateway.HttpRoute(this, `Route ${address}`, { httpApi: this.api, routeKey, integration });
        // Settings of a route that is not there yet are refused.
        live.node.addDependency(route);
        if (name !== 'public')
          settings[address] = { ThrottlingRateLimit: signedIn.rate, ThrottlingBurstLimit: signedIn.burst, DetailedMetricsEnabled: true };
      }
    }
    // The library knows throttling for the whole API only; a route's own stands in the template's language.
    (live.node.defaultChild as apigateway.CfnStage).routeSettings = settings;
  }
}
