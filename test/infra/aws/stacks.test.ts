import { beforeAll, expect, test } from 'vitest';
import { indexes } from '../../../functions/data/table.ts';
import { storedKinds } from './stored-kinds.ts';
import { ofType, type Resource, synthesised, type Templates, theOnly } from './synthesised.ts';

let templates: Templates;
beforeAll(async () => {
  // Throws with every finding of cdk-nag's AwsSolutions that is not acknowledged with a reason.
  templates = await synthesised({ checked: true });
}, 180_000);

type Statement = { Action: string | string[]; Effect: string; Resource: unknown };
const policies = () =>
  ['api', 'jobs'].flatMap((stack) => Object.entries(templates[stack] ?? {}).filter(([, { Type }]) => Type === 'AWS::IAM::Policy'));
const statementsOf = (policy: Resource) => (policy.Properties['PolicyDocument'] as { Statement: Statement[] }).Statement;
const actionsOf = (statements: readonly Statement[]) => [...new Set(statements.flatMap(({ Action }) => [Action].flat()))].sort();

const everywhere = ['logs:CreateLogStream', 'logs:PutLogEvents', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments'];
const reading = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query', 'kms:Decrypt', 'kms:DescribeKey'];
const writing = ['dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'];
const writingKeys = ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];
const subscribing = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'];
const taking = ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:ReceiveMessage'];
const accounts = [
  'CreateUser',
  'DeleteUser',
  'DisableUser',
  'EnableUser',
  'GetUser',
  'SetUserMFAPreference',
  'SetUserPassword',
  'UserGlobalSignOut',
];

test('each function may do what is written here, and nothing else', () => {
  const found = Object.fromEntries(
    policies()
      .filter(([id]) => /role/.test(id) && !/scheduler/.test(id))
      .map(([id, policy]) => [id.replace(/roleDefaultPolicy.*/, ''), actionsOf(statementsOf(policy))]),
  );
  const may = (...actions: string[][]) => [...new Set([...everywhere, ...actions.flat()])].sort();
  const storing = ['s3:AbortMultipartUpload', 's3:PutObject', 'kms:GenerateDataKey'];
  const fetching = ['s3:GetObject', 's3:ListBucket'];
  const sending = ['sqs:SendMessage', 'kms:GenerateDataKey'];
  expect(found).toEqual({
    public: may(reading),
    api: may(
      reading,
      writing,
      writingKeys,
      fetching,
      storing,
      accounts.map((each) => `cognito-idp:Admin${each}`),
    ),
    lists: may(reading, writing, writingKeys, fetching, storing),
    papers: may(reading, fetching, storing),
    documents: may(reading, fetching),
    render: may(reading, writing, writingKeys, subscribing, fetching, storing, sending, ['kms:Sign']),
    summarise: may(reading, writing, writingKeys, subscribing, sending),
    remind: may(reading, writing, writingKeys, sending),
    packs: may(reading, writing, writingKeys, fetching, storing, taking),
    notify: may(reading, writing, writingKeys, taking, ['ses:SendEmail']),
  });
});

test('no role has an action with a star, none deletes a table or a file, and only the renderer signs, with that one key', () => {
  const statements = policies().flatMap(([, policy]) => statementsOf(policy));
  const actions = actionsOf(statements);
  expect(actions.length).toBeGreaterThan(20);
  expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  expect(actions.filter((action) => /DeleteTable|DeleteBucket|DeleteObject|ScheduleKeyDeletion/.test(action))).toEqual([]);
  const signing = policies().flatMap(([id, policy]) =>
    statementsOf(policy)
      .filter(({ Action }) => [Action].flat().includes('kms:Sign'))
      .map((each) => [id, each.Resource]),
  );
  expect(signing).toEqual([[expect.stringMatching(/^renderrole/), { 'Fn::GetAtt': [expect.stringMatching(/^SigningKey/), 'Arn'] }]]);
  // Widest on purpose, and only these: X-Ray knows no resources.
  const stars = statements.filter(({ Resource }) => [Resource].flat().includes('*'));
  expect(actionsOf(stars)).toEqual(['xray:PutTelemetryRecords', 'xray:PutTraceSegments']);
});

test('whoever puts a message into a queue may use the key that the queue is encrypted with', () => {
  const senders = policies().filter(([, policy]) => actionsOf(statementsOf(policy)).includes('sqs:SendMessage'));
  expect(senders).toHaveLength(5);
  for (const [id, policy] of senders)
    expect([id, actionsOf(statementsOf(policy))]).toEqual([id, expect.arrayContaining(['kms:GenerateDataKey'])]);
});

test('each function stores files of its own kinds: only the renderer those that were issued, and nobody the names of the key', () => {
  const stored = policies().flatMap(([id, policy]) =>
    statementsOf(policy)
      .filter(({ Action }) => [Action].flat().includes('s3:PutObject'))
      .map(({ Resource }) => [
        id.replace(/roleDefaultPolicy.*/, ''),
        JSON.stringify(Resource)
          .match(/[/][a-z*/]+[*]/g)
          ?.sort(),
      ]),
  );
  expect(Object.fromEntries(stored)).toEqual(storedKinds);
});

test('an alarm may publish to the topic that tells of it', () => {
  const { PolicyDocument } = theOnly<{ PolicyDocument: { Statement: (Statement & { Principal: object })[] } }>(
    templates,
    'AWS::SNS::TopicPolicy',
  );
  expect(PolicyDocument.Statement).toContainEqual(
    expect.objectContaining({ Effect: 'Allow', Action: 'sns:Publish', Principal: { Service: 'cloudwatch.amazonaws.com' } }),
  );
});

test('what the clock calls and fails again and again is put aside', () => {
  const called = ofType(templates, 'AWS::Lambda::EventInvokeConfig').map(({ Properties }) => JSON.stringify(Properties));
  expect(called).toHaveLength(2);
  for (const each of called) expect(each).toContain('"OnFailure":{"Destination":{"Fn::GetAtt":["schedulefailedqueue');
});

test('the table has every index of the code, a key of ours, a stream, restore to any second, and nobody deletes it', () => {
  type Index = { IndexName: string; KeySchema: { AttributeName: string }[]; Projection: object };
  const table = theOnly<{ GlobalSecondaryIndexes: Index[] }>(templates, 'AWS::DynamoDB::Table');
  expect(ofType(templates, 'AWS::DynamoDB::Table')[0]?.DeletionPolicy).toBe('Retain');
  expect(table).toMatchObject({
    TableName: 'pho-so-production',
    BillingMode: 'PAY_PER_REQUEST',
    DeletionProtectionEnabled: true,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: { 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] } },
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    ResourcePolicy: { PolicyDocument: { Statement: [{ Effect: 'Deny', Action: 'dynamodb:DeleteTable' }] } },
  });
  const declared = table.GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => [
    IndexName,
    ...KeySchema.map((each) => each.AttributeName),
    Projection,
  ]);
  expect(declared).toEqual(indexes.map(({ IndexName, pk, sk, projection }) => [IndexName, pk, sk, { ProjectionType: projection }]));
});

test('every bucket is closed to the public and to plain HTTP; files keep their versions under a key of ours', () => {
  const buckets = ofType(templates, 'AWS::S3::Bucket');
  expect(buckets).toHaveLength(4);
  for (const { Properties } of buckets)
    expect(Properties['PublicAccessBlockConfiguration']).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
  const denied = ofType(templates, 'AWS::S3::BucketPolicy').filter((policy) =>
    JSON.stringify(policy).includes('"aws:SecureTransport":"false"'),
  );
  expect(denied).toHaveLength(4);
  const files = buckets.find(({ Properties }) => JSON.stringify(Properties).includes('pho-so-production-files-'));
  expect(files?.Properties).toMatchObject({
    VersioningConfiguration: { Status: 'Enabled' },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
    },
    CorsConfiguration: { CorsRules: [{ AllowedOrigins: ['https://phoso.example.vn'] }] },
  });
});

test('backups are made every night and every month, and each is copied to another region', () => {
  type Rule = { RuleName: string; Lifecycle: object; CopyActions: object[] };
  const { BackupPlan } = theOnly<{ BackupPlan: { BackupPlanRule: Rule[] } }>(templates, 'AWS::Backup::BackupPlan');
  const rules = BackupPlan.BackupPlanRule;
  expect(rules.map(({ RuleName, Lifecycle }) => [RuleName, Lifecycle])).toEqual([
    ['Daily', { DeleteAfterDays: 35 }],
    ['Monthly', { DeleteAfterDays: 365 }],
  ]);
  for (const { CopyActions } of rules) expect(JSON.stringify(CopyActions)).toContain('ap-northeast-1');
  const { BackupSelection } = theOnly<{ BackupSelection: { Resources: object[] } }>(templates, 'AWS::Backup::BackupSelection');
  expect(BackupSelection.Resources).toHaveLength(2);
  for (const vault of ofType(templates, 'AWS::Backup::BackupVault'))
    expect(vault.Properties['LockConfiguration']).toEqual({ MinRetentionDays: 7 });
});

test('a session is renewed with a new token each time, and never with the old one', () => {
  expect(theOnly(templates, 'AWS::Cognito::UserPoolClient')).toMatchObject({
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
    RefreshTokenRotation: { Feature: 'ENABLED' },
  });
});

test('who signs in has a second factor, and nobody makes an account for themselves', () => {
  const [pool] = ofType(templates, 'AWS::Cognito::UserPool');
  expect(pool?.Properties).toMatchObject({
    MfaConfiguration: 'ON',
    EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    DeletionProtection: 'ACTIVE',
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    Policies: { PasswordPolicy: { MinimumLength: 12, TemporaryPasswordValidityDays: 2 } },
  });
  const [client] = ofType(templates, 'AWS::Cognito::UserPoolClient');
  expect(client?.Properties).toMatchObject({
    GenerateSecret: false,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['openid', 'profile'],
    CallbackURLs: ['https://phoso.example.vn/dang-nhap'],
    EnableTokenRevocation: true,
    SupportedIdentityProviders: ['COGNITO', 'VNeID'],
  });
  expect(ofType(templates, 'AWS::Cognito::UserPoolIdentityProvider')[0]?.Properties).toMatchObject({
    ProviderType: 'OIDC',
    ProviderDetails: { oidc_issuer: 'https://dangnhap.example.vn' },
  });
});

test('the API has no address of its own, every route is throttled, and a public rush takes nothing from the staff', () => {
  const [api] = ofType(templates, 'AWS::ApiGatewayV2::Api');
  expect(api?.Properties['DisableExecuteApiEndpoint']).toBe(true);
  const [stage] = ofType(templates, 'AWS::ApiGatewayV2::Stage');
  expect(stage?.Properties['DefaultRouteSettings']).toEqual({
    DetailedMetricsEnabled: true,
    ThrottlingBurstLimit: 1000,
    ThrottlingRateLimit: 500,
  });
  const routes = ofType(templates, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => String(Properties['RouteKey']));
  const settings = stage?.Properties['RouteSettings'] as Record<string, { ThrottlingRateLimit: number }>;
  expect(Object.keys(settings).sort()).toEqual(routes.filter((route) => route !== '$default' && !route.includes('/api/public/')).sort());
  for (const each of Object.values(settings)) expect(each.ThrottlingRateLimit).toBe(300);
  const reserved = Object.fromEntries(
    ofType(templates, 'AWS::Lambda::Function', 'api').map(({ Properties }) => [
      String(Properties['FunctionName']).split('-').at(-1),
      Properties['ReservedConcurrentExecutions'],
    ]),
  );
  expect(reserved).toEqual({ public: 200, api: 100, lists: 20, papers: 10, documents: 10 });
});

test('every function runs on ARM64 with traces and JSON logs; every log ends and is encrypted', () => {
  const functions = ofType(templates, 'AWS::Lambda::Function').filter(({ Properties }) =>
    String(Properties['FunctionName']).startsWith('pho-so-'),
  );
  expect(functions).toHaveLength(10);
  for (const { Properties } of functions)
    expect(Properties).toMatchObject({
      Architectures: ['arm64'],
      Runtime: 'nodejs22.x',
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: { LogFormat: 'JSON' },
      KmsKeyArn: expect.anything(),
    });
  const logs = ofType(templates, 'AWS::Logs::LogGroup');
  expect(logs).toHaveLength(11);
  for (const { Properties } of logs) expect(Properties).toMatchObject({ RetentionInDays: 365, KmsKeyId: expect.anything() });
});

test('whoever follows the table splits a failing batch, tries five times and puts it aside', () => {
  const streams = ofType(templates, 'AWS::Lambda::EventSourceMapping').filter(({ Properties }) => Properties['BisectBatchOnFunctionError']);
  expect(streams).toHaveLength(2);
  for (const { Properties } of streams)
    expect(Properties).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 5,
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringMatching(/^streamfailedqueue/), 'Arn'] } } },
    });
  const queues = ofType(templates, 'AWS::SQS::Queue');
  expect(queues).toHaveLength(6);
  expect(queues.filter(({ Properties }) => Properties['RedrivePolicy'])).toHaveLength(2);
  expect(ofType(templates, 'AWS::Scheduler::Schedule').map(({ Properties }) => Properties['ScheduleExpression'])).toEqual([
    'rate(1 hour)',
    'rate(5 minutes)',
  ]);
});

test('CloudFront speaks TLS 1.2, stands behind the firewall, and sends strict headers', () => {
  const [distribution] = ofType(templates, 'AWS::CloudFront::Distribution');
  const config = distribution?.Properties['DistributionConfig'] as {
    Aliases: string[];
    WebACLId: unknown;
    ViewerCertificate: object;
    CacheBehaviors: { PathPattern: string; CachePolicyId: unknown }[];
  };
  expect(config.Aliases).toEqual(['phoso.example.vn']);
  expect(config.WebACLId).toEqual({ 'Fn::GetAtt': ['Firewall', 'Arn'] });
  expect(config.ViewerCertificate).toMatchObject({ MinimumProtocolVersion: 'TLSv1.2_2021' });
  const staffRoutes = config.CacheBehaviors.find(({ PathPattern }) => PathPattern === '/api/*');
  // "Managed-CachingDisabled": what staff see is kept nowhere.
  expect(staffRoutes?.CachePolicyId).toBe('4135ea2d-6df8-44a3-9df3-4b5a84be39ad');
  const { Rules } = theOnly<{ Rules: { Name: string }[] }>(templates, 'AWS::WAFv2::WebACL');
  expect(Rules.map(({ Name }) => Name)).toEqual([
    'limit-everywhere',
    'limit-writing',
    'AWSManagedRulesAmazonIpReputationList',
    'AWSManagedRulesCommonRuleSet',
    'AWSManagedRulesKnownBadInputsRuleSet',
  ]);
  const policy = ofType(templates, 'AWS::CloudFront::ResponseHeadersPolicy')
    .map((each) => JSON.stringify(each))
    .find((each) => each.includes('ContentSecurityPolicy'));
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain('wasm-unsafe-eval');
  expect(policy).not.toContain('unsafe-inline');
});
