import { Aws, Duration, type RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secrets from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { indexes } from '../../functions/data/table.ts';
import { publishOutputs } from './outputs.ts';
import { removalPolicyOf } from './removal-policy.ts';
import { names, type Stage } from './stages.ts';

/** What must never be lost: the table, the files, the secrets, and the key they are encrypted with. */
export class DataStack extends Stack {
  readonly key: kms.Key;
  readonly table: dynamodb.Table;
  readonly files: s3.Bucket;
  readonly originSecret: secrets.Secret;
  readonly personalDataKey: secrets.Secret;
  readonly listSecret: secrets.Secret;

  constructor(scope: Construct, id: string, props: StackProps & { stage: Stage }) {
    super(scope, id, props);
    const { stage } = props;
    const removalPolicy = removalPolicyOf(stage);

    this.key = new kms.Key(this, 'Key', {
      alias: `pho-so/${stage.name}/data`,
      description: 'Table, files, queues, logs and settings of the functions',
      enableKeyRotation: true,
      removalPolicy,
    });
    this.key.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal(`logs.${stage.region}.amazonaws.com`)],
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${stage.region}:${Aws.ACCOUNT_ID}:log-group:/pho-so/${stage.name}/*`,
          },
        },
      }),
    );

    this.table = new dynamodb.Table(this, 'Table', {
      tableName: names(stage).table,
      partitionKey: text('PK'),
      sortKey: text('SK'),
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: stage.keepsData,
      timeToLiveAttribute: 'ttl',
      stream: dynamodb.StreamViewType.NEW_IMAGE,
      removalPolicy,
    });
    for (const { IndexName, pk, sk, projection } of indexes)
      this.table.addGlobalSecondaryIndex({
        indexName: IndexName,
        partitionKey: text(pk),
        sortKey: text(sk),
        projectionType: dynamodb.ProjectionType[projection],
      });
    // Not even an administrator deletes the table in passing: this line has to go first.
    if (stage.keepsData)
      this.table.addToResourcePolicy(
        new iam.PolicyStatement({
          effect: iam.Effect.DENY,
          principals: [new iam.AnyPrincipal()],
          actions: ['dynamodb:DeleteTable'],
          resources: ['*'],
        }),
      );

    const accessLogs = new s3.Bucket(this, 'AccessLogs', {
      ...closed(removalPolicy),
      encryption: s3.BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(stage.logDays) }],
    });
    this.files = new s3.Bucket(this, 'Files', {
      ...closed(removalPolicy),
      bucketName: names(stage).files(Aws.ACCOUNT_ID),
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      versioned: true,
      serverAccessLogsBucket: accessLogs as s3.IBucket,
      serverAccessLogsPrefix: 'files/',
      // Browsers send and fetch files at signed addresses; nobody else has one.
      cors: [
        {
          allowedOrigins: [`https://${stage.domain}`],
          allowedMethods: [s3.HttpMethods.GET, s3.HttpMethods.HEAD, s3.HttpMethods.PUT],
          allowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
          maxAge: 3600,
        },
      ],
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(2), noncurrentVersionExpiration: Duration.days(90) },
        // Print packs and ZIPs are made again from what they hold.
        { prefix: 'ceremonies/', expiration: Duration.days(90) },
        { transitions: [{ storageClass: s3.StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(30) }] },
      ],
    });

    const secret = (name: string, description: string, more: secrets.SecretProps = {}) =>
      new secrets.Secret(this, name, {
        description,
        encryptionKey: this.key,
        removalPolicy,
        // Letters and digits only, as many as make 256 bits in base64url.
        generateSecretString: { passwordLength: 43, excludePunctuation: true },
        ...more,
      });
    this.originSecret = secret('OriginSecret', 'CloudFront says it with every request, the doors ask for it', {
      secretName: names(stage).originSecret,
      replicaRegions: [{ region: 'us-east-1' }],
    });
    this.listSecret = secret('ListSecret', 'From it follows the key that signs the list of certificates that devices keep');
    publishOutputs(this, { filesBucket: this.files.bucketName });
    this.personalDataKey = secret(
      'PersonalDataKey',
      'Keyed hashes of accounts, tax codes and phones. Never changes: hashes in the table depend on it',
      {
        secretName: names(stage).personalDataKey,
        replicaRegions: [{ region: stage.copyRegion }],
      },
    );
  }
}

const text = (name: string): dynamodb.Attribute => ({ name, type: dynamodb.AttributeType.STRING });

/** What every bucket has: nothing public, TLS only. */
export const closed = (removalPolicy: RemovalPolicy) =>
  ({
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    removalPolicy,
  }) satisfies s3.BucketProps;
