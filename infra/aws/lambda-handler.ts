import { Duration, type Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { DataStack } from './data-stack.ts';
import { removalPolicyOf } from './removal-policy.ts';
import { names, type Stage } from './stages.ts';

/** What a function may do: actions on what. */
export type Allowed = { actions: readonly string[]; on: readonly string[] };

/** A handler as a function of its own: its bundle, its role with nothing but what is allowed here, its log. Settings are encrypted with the data key. */
export function lambdaHandler(
  scope: Construct,
  of: {
    name: string;
    stage: Stage;
    data: DataStack;
    memory: number;
    seconds: number;
    concurrency?: number | undefined;
    environment?: Record<string, string>;
    layers?: lambda.ILayerVersion[];
    allowed: readonly Allowed[];
  },
): lambda.Function {
  const { name, stage, data } = of;
  const logGroup = new logs.LogGroup(scope, `${name}-log`, {
    logGroupName: `/pho-so/${stage.name}/${name}`,
    retention: stage.logDays,
    encryptionKey: data.key,
    removalPolicy: removalPolicyOf(stage),
  });
  const role = new iam.Role(scope, `${name}-role`, { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  const made = new lambda.Function(scope, name, {
    functionName: `pho-so-${stage.name}-${name}`,
    runtime: lambda.Runtime.NODEJS_22_X,
    architecture: lambda.Architecture.ARM_64,
    code: lambda.Code.fromAsset(`.build/lambda/${name}`),
    handler: 'index.handler',
    role,
    memorySize: of.memory,
    timeout: Duration.seconds(of.seconds),
    ...(of.concurrency !== undefined && { reservedConcurrentExecutions: of.concurrency }),
    ...(of.layers && { layers: of.layers }),
    tracing: lambda.Tracing.ACTIVE,
    logGroup,
    loggingFormat: lambda.LoggingFormat.JSON,
    environmentEncryption: data.key,
    environment: {
      TABLE: data.table.tableName,
      PUBLIC_ORIGIN: `https://${stage.domain}`,
      ...of.environment,
    },
  });
  role.addToPolicy(
    new iam.PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [`${logGroup.logGroupArn}`] }),
  );
  for (const { actions, on } of of.allowed) role.addToPolicy(new iam.PolicyStatement({ actions: [...actions], resources: [...on] }));
  return made;
}

/** The PDF library with its fonts, for the handlers that draw with it: one copy beside their bundles. */
export const pdfLayer = (scope: Construct): lambda.LayerVersion =>
  new lambda.LayerVersion(scope, 'pdf', {
    code: lambda.Code.fromAsset('.build/opt'),
    compatibleArchitectures: [lambda.Architecture.ARM_64],
    description: 'pdf-lib, fontkit and the Tinos fonts',
  });

/** What handlers are allowed, put together from these. Named, not referred to: who reads a role sees what it opens. */
export const may = ({ account, region }: Stack, stage: Stage, data: DataStack) => {
  const table = `arn:aws:dynamodb:${region}:${account}:table/${names(stage).table}`;
  const files = `arn:aws:s3:::${names(stage).files(account)}`;
  const key = [data.key.keyArn];
  return {
    /** Reading the table. Its key is used by DynamoDB in the name of the function. */
    readTable: [
      { actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'], on: [table, `${table}/index/*`] },
      { actions: ['kms:Decrypt', 'kms:DescribeKey'], on: key },
    ],
    /** Writing items, in transactions too. */
    writeTable: [
      { actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'], on: [table] },
      {
        actions: ['kms:Encrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext'],
        on: key,
      },
    ],
    /** Following the table's writes. */
    followTable: [
      {
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
        on: [data.table.tableStreamArn ?? ''],
      },
    ],
    /** Fetching files; listing tells a missing file from a forbidden one. */
    readFiles: [
      { actions: ['s3:GetObject'], on: [`${files}/*`] },
      { actions: ['s3:ListBucket'], on: [files] },
      { actions: ['kms:Decrypt'], on: key },
    ],
    /** Storing files of these kinds (`blobKey` says who stores what), also in parts. Nothing deletes one. */
    writeFiles: (...kinds: readonly string[]) => [
      { actions: ['s3:PutObject', 's3:AbortMultipartUpload'], on: kinds.map((kind) => `${files}/${kind}`) },
      { actions: ['kms:GenerateDataKey'], on: key },
    ],
  } satisfies Record<string, readonly Allowed[] | ((...kinds: readonly string[]) => readonly Allowed[])>;
};
