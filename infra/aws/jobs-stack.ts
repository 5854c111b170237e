import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { DataStack } from './data-stack.ts';
import { lambdaHandler, may, pdfLayer } from './lambda-handler.ts';
import type { MailStack } from './mail-stack.ts';
import { publishOutputs } from './outputs.ts';
import { removalPolicyOf } from './removal-policy.ts';
import type { Stage } from './stages.ts';

export type JobHandler = 'render' | 'summarise' | 'remind' | 'packs' | 'notify';

/** What happens by itself: after a write, by the clock, and from the queues. What fails again and again is put aside for a person to look at. */
export class JobsStack extends Stack {
  readonly doors: Record<JobHandler, lambda.Function>;
  readonly signingKey: kms.Key;
  /** Where lies what failed: records of the stream, and messages of each queue. */
  readonly deadLetters: Record<'stream' | 'packs' | 'mail' | 'schedule', sqs.Queue>;

  constructor(scope: Construct, id: string, props: StackProps & { stage: Stage; data: DataStack; mail: MailStack }) {
    super(scope, id, props);
    const { stage, data, mail } = props;
    const { readTable, writeTable, followTable, readFiles, writeFiles } = may(this, stage, data);
    const files = { FILES_ADDRESS: `https://${data.files.bucketRegionalDomainName}` };
    const common = { stage, data };

    const queue = (name: string, more: sqs.QueueProps = {}) =>
      new sqs.Queue(this, `${name}-queue`, {
        queueName: `pho-so-${stage.name}-${name}`,
        encryption: sqs.QueueEncryption.KMS,
        encryptionMasterKey: data.key,
        enforceSSL: true,
        retentionPeriod: Duration.days(14),
        ...more,
      });
    const aside = (name: string) => queue(`${name}-failed`);
    this.deadLetters = { stream: aside('stream'), packs: aside('packs'), mail: aside('mail'), schedule: aside('schedule') };
    const worked = (name: 'packs' | 'mail', seconds: number) =>
      queue(name, { visibilityTimeout: Duration.seconds(seconds), deadLetterQueue: { queue: this.deadLetters[name], maxReceiveCount: 4 } });
    // Six times as long as the function may take, as Lambda asks for.
    const packQueue = worked('packs', 6 * 900);
    const mailQueue = worked('mail', 6 * 60);
    const send = (to: sqs.Queue) => [
      { actions: ['sqs:SendMessage'], on: [to.queueArn] },
      { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], on: [data.key.keyArn] },
    ];

    this.signingKey = new kms.Key(this, `SigningKey${stage.signingKey}`, {
      alias: `pho-so/${stage.name}/signing-${stage.signingKey}`,
      description: 'Signs certificates; never leaves KMS',
      keySpec: kms.KeySpec.ECC_NIST_P256,
      keyUsage: kms.KeyUsage.SIGN_VERIFY,
      removalPolicy: removalPolicyOf(stage),
    });

    publishOutputs(this, { signingKey: this.signingKey.keyArn });
    this.doors = {
      render: lambdaHandler(this, {
        ...common,
        name: 'render',
        memory: 1769,
        seconds: 120,
        environment: { ...files, SIGNING_KEY: this.signingKey.keyArn, PACK_QUEUE: packQueue.queueUrl },
        allowed: [
          ...readTable,
          ...writeTable,
          ...followTable,
          ...readFiles,
          ...writeFiles('certificates/*'),
          ...send(packQueue),
          ...send(this.deadLetters.stream),
          ...send(this.deadLetters.schedule),
          { actions: ['kms:Sign'], on: [this.signingKey.keyArn] },
        ],
      }),
      summarise: lambdaHandler(this, {
        ...common,
        name: 'summarise',
        memory: 512,
        seconds: 60,
        environment: { MAIL_QUEUE: mailQueue.queueUrl },
        allowed: [...readTable, ...writeTable, ...followTable, ...send(mailQueue), ...send(this.deadLetters.stream)],
      }),
      remind: lambdaHandler(this, {
        ...common,
        name: 'remind',
        memory: 512,
        seconds: 900,
        concurrency: 1,
        allowed: [...readTable, ...writeTable, ...send(this.deadLetters.schedule)],
      }),
      packs: lambdaHandler(this, {
        ...common,
        name: 'packs',
        memory: 3008,
        seconds: 900,
        environment: files,
        layers: [pdfLayer(this)],
        allowed: [...readTable, ...writeTable, ...readFiles, ...writeFiles('ceremonies/*')],
      }),
      notify: lambdaHandler(this, {
        ...common,
        name: 'notify',
        memory: 256,
        seconds: 60,
        environment: { MAIL_FROM: stage.mail.sender, MAIL_CONFIGURATION_SET: mail.configurationSet.configurationSetName },
        allowed: [
          ...readTable,
          ...writeTable,
          { actions: ['ses:SendEmail'], on: [mail.identity.emailIdentityArn, mail.configurationSetArn] },
        ],
      }),
    };

    this.follow('render', ['certificate', 'ceremony-file'], data);
    this.follow('summarise', ['nomination', 'notice'], data);
    for (const [name, from] of [
      ['packs', packQueue],
      ['notify', mailQueue],
    ] as const)
      this.doors[name].addEventSource(new SqsEventSource(from, { batchSize: 1, reportBatchItemFailures: true, maxConcurrency: 5 }));

    this.every('Hourly', Duration.hours(1), 'remind', {}, data);
    this.every('Unfinished', Duration.minutes(5), 'render', { catchUp: true }, data);
  }

  /** A handler hears of the writes of some types. A record that fails is split off and tried five times; then it is put aside, and the rest goes on. */
  private follow(name: JobHandler, types: readonly string[], data: DataStack): void {
    const { stream } = this.deadLetters;
    new lambda.EventSourceMapping(this, `${name}-stream`, {
      target: this.doors[name],
      eventSourceArn: data.table.tableStreamArn ?? '',
      startingPosition: lambda.StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      // A second in which many writes make one count, and the indexes follow.
      maxBatchingWindow: Duration.seconds(1),
      parallelizationFactor: 2,
      bisectBatchOnError: true,
      retryAttempts: 5,
      maxRecordAge: Duration.hours(6),
      reportBatchItemFailures: true,
      onFailure: { bind: () => ({ destination: stream.queueArn }) },
      filters: [
        lambda.FilterCriteria.filter({
          eventName: lambda.FilterRule.or('INSERT', 'MODIFY'),
          dynamodb: { NewImage: { type: { S: types } } },
        }),
      ],
    }).node.addDependency(this.doors[name].role ?? this);
  }

  /** The clock calls a handler every so often. What could not be called, and what failed three times, is put aside. */
  private every(id: string, time: Duration, name: JobHandler, input: object, data: DataStack): void {
    const ours = { conditions: { StringEquals: { 'aws:SourceAccount': this.account } } };
    const role = new iam.Role(this, `${id}-scheduler`, { assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', ours) });
    // What could not be called is put aside in an encrypted queue.
    role.addToPolicy(new iam.PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [data.key.keyArn] }));
    new lambda.EventInvokeConfig(this, `${id}-fails`, {
      function: this.doors[name],
      onFailure: { bind: () => ({ destination: this.deadLetters.schedule.queueArn }) },
      retryAttempts: 2,
      maxEventAge: Duration.minutes(30),
    });
    new scheduler.Schedule(this, id, {
      schedule: scheduler.ScheduleExpression.rate(time),
      target: new LambdaInvoke(this.doors[name], {
        input: scheduler.ScheduleTargetInput.fromObject(input),
        retryAttempts: 2,
        maxEventAge: Duration.minutes(30),
        deadLetterQueue: this.deadLetters.schedule,
        role,
      }),
    });
  }
}
