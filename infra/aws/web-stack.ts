import { readFileSync } from 'node:fs';
import { Aws, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secrets from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { contentPolicy } from '../../functions/http/content-policy.ts';
import { closed } from './data-stack.ts';
import { firewall } from './firewall.ts';
import { publishOutputs } from './outputs.ts';
import { removalPolicyOf } from './removal-policy.ts';
import { names, type Stage } from './stages.ts';

/** Addresses of everybody's pages, rendered by the public handler. */
export const publicPaths = ['/C/*', '/c/*', '/xac-minh*', '/tuyen-duong*', '/public.css', '/robots.txt', '/sitemap.xml'] as const;

/** What people reach: CloudFront with its firewall, the app's files, and the API behind. It must stand in us-east-1. */
export class WebStack extends Stack {
  readonly distribution: cloudfront.Distribution;

  constructor(scope: Construct, id: string, props: StackProps & { stage: Stage }) {
    super(scope, id, props);
    const { stage } = props;
    const named = names(stage);
    const removalPolicy = removalPolicyOf(stage);
    const logs = new s3.Bucket(this, 'Logs', {
      ...closed(removalPolicy),
      // CloudFront's log delivery writes with an ACL.
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED,
      encryption: s3.BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(stage.logDays) }],
    });
    const files = new s3.Bucket(this, 'App', {
      ...closed(removalPolicy),
      bucketName: named.web(Aws.ACCOUNT_ID),
      encryption: s3.BucketEncryption.S3_MANAGED,
      versioned: true,
      serverAccessLogsBucket: logs as s3.IBucket,
      serverAccessLogsPrefix: 'app/',
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
    });

    // The replica of the secret that the handlers ask for; it is made with the data stack.
    const originSecret = secrets.Secret.fromSecretNameV2(this, 'OriginSecret', named.originSecret);
    const api = new origins.HttpOrigin(stage.originDomain, {
      protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
      customHeaders: { 'x-origin-secret': originSecret.secretValue.unsafeUnwrap() },
      readTimeout: Duration.seconds(30),
    });
    const run = (name: string, filePath: string) => ({
      eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
      function: new cloudfront.Function(this, name, {
        functionName: `pho-so-${stage.name}-${name}`,
        runtime: cloudfront.FunctionRuntime.JS_2_0,
        code: cloudfront.FunctionCode.fromFile({ filePath }),
      }),
    });
    const viewerRequest = run('viewer-request', 'infra/aws/viewer-request.js');
    const common = { viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS, compress: true };
    const toApi = {
      ...common,
      origin: api,
      functionAssociations: [viewerRequest],
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      // The handlers set their own; this only makes sure that none is missing.
      responseHeadersPolicy: this.headers('ApiHeaders', stage),
    };
    // Answers say themselves how long they may be kept; one that says nothing is not.
    const asTheySay = new cloudfront.CachePolicy(this, 'PublicCache', {
      cachePolicyName: `pho-so-${stage.name}-public`,
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.hours(1),
      queryStringBehavior: cloudfront.CacheQueryStringBehavior.all(),
      headerBehavior: cloudfront.CacheHeaderBehavior.allowList('accept-language'),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
    const everybody = { ...toApi, cachePolicy: asTheySay, allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL };

    this.distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: `Phố Số ${stage.name}`,
      domainNames: [stage.domain],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', stage.certificateArn),
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      priceClass: cloudfront.PriceClass.PRICE_CLASS_200,
      webAclId: firewall(this, stage).attrArn,
      logBucket: logs as s3.IBucket,
      logFilePrefix: 'cloudfront/',
      logIncludesCookies: false,
      defaultBehavior: {
        ...common,
        origin: origins.S3BucketOrigin.withOriginAccessControl(files as s3.IBucket),
        functionAssociations: [run('app-request', 'infra/aws/app-request.js')],
        cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: this.headers('AppHeaders', stage, appPolicy(stage)),
      },
      additionalBehaviors: {
        '/api/public/*': everybody,
        '/api/*': { ...toApi, cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED, allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL },
        ...Object.fromEntries(publicPaths.map((path) => [path, everybody])),
      },
      // A fault is not kept: the next one asks again.
      errorResponses: [500, 502, 503, 504].map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
    });
    publishOutputs(this, { webBucket: files.bucketName, distribution: this.distribution.distributionDomainName });
  }

  private headers(id: string, stage: Stage, contentSecurityPolicy?: string): cloudfront.ResponseHeadersPolicy {
    const override = contentSecurityPolicy !== undefined;
    return new cloudfront.ResponseHeadersPolicy(this, id, {
      responseHeadersPolicyName: `pho-so-${stage.name}-${id}`,
      securityHeadersBehavior: {
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: cloudfront.HeadersFrameOption.DENY, override },
        referrerPolicy: { referrerPolicy: cloudfront.HeadersReferrerPolicy.NO_REFERRER, override },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
        ...(contentSecurityPolicy !== undefined && { contentSecurityPolicy: { contentSecurityPolicy, override } }),
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'cross-origin-opener-policy', value: 'same-origin', override },
          { header: 'cross-origin-resource-policy', value: 'same-origin', override },
          { header: 'permissions-policy', value: 'camera=(self), geolocation=(self), microphone=()', override },
        ],
      },
      removeHeaders: ['server'],
    });
  }
}

/** The app speaks with itself, with the sign-in, and with the bucket that takes and gives files. */
const appPolicy = (stage: Stage): string =>
  contentPolicy(readFileSync('web/index.html', 'utf8'), {
    signIn: [`https://cognito-idp.${stage.region}.amazonaws.com`, names(stage).signIn],
    files: `https://${names(stage).files(Aws.ACCOUNT_ID)}.s3.${stage.region}.amazonaws.com`,
  });
