import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as budgets from 'aws-cdk-lib/aws-budgets';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { ApiStack } from './api-stack.ts';
import type { DataStack } from './data-stack.ts';
import type { JobsStack } from './jobs-stack.ts';
import type { Stage } from './stages.ts';

type Watched = { metric: cloudwatch.IMetric; over: number; minutes?: number; times?: number };

/** Who is told when something is wrong, and what one looks at then. Every alarm has its page in docs/runbook.md, named in its description. */
export class WatchStack extends Stack {
  private readonly stage: Stage;
  private readonly topic: sns.Topic;
  private readonly alarms: cloudwatch.Alarm[] = [];

  constructor(scope: Construct, id: string, props: StackProps & { stage: Stage; data: DataStack; api: ApiStack; jobs: JobsStack }) {
    super(scope, id, props);
    const { stage, data, api, jobs } = props;
    this.stage = stage;
    this.topic = new sns.Topic(this, 'Alarms', { topicName: `pho-so-${stage.name}-alarms`, masterKey: data.key, enforceSSL: true });
    const alarms = new iam.ServicePrincipal('cloudwatch.amazonaws.com');
    data.key.grant(alarms, 'kms:Decrypt', 'kms:GenerateDataKey');
    // A topic with a policy of its own lets in nobody who is not named in it.
    this.topic.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [alarms],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    for (const address of stage.mail.alarms) this.topic.addSubscription(new EmailSubscription(address));

    const five = { period: Duration.minutes(5) };
    const handlers: Record<string, lambda.Function> = { ...api.doors, ...jobs.doors };
    const sumOf = (metric: (each: lambda.Function) => cloudwatch.IMetric, of: readonly lambda.Function[]) =>
      new cloudwatch.MathExpression({
        expression: `SUM([${of.map((_, n) => `m${n}`).join(', ')}])`,
        usingMetrics: Object.fromEntries(of.map((each, n) => [`m${n}`, metric(each)])),
        ...five,
      });
    const all = Object.values(handlers);

    this.alarm('requests-failing', { metric: api.api.metricServerError(five), over: 5 });
    this.alarm('requests-slow', { metric: api.api.metricLatency({ ...five, statistic: 'p95' }), over: 2000, times: 3 });
    this.alarm('functions-failing', { metric: sumOf((each) => each.metricErrors(five), all), over: 5 });
    this.alarm('functions-throttled', { metric: sumOf((each) => each.metricThrottles(five), all), over: 0, times: 2 });
    this.alarm('unexpected-errors', { metric: this.logged('unexpected', 'unexpected', Object.values(api.doors)), over: 0 });
    this.alarm('certificates-not-made', { metric: this.logged('not-rendered', 'not-rendered', [jobs.doors.render]), over: 0 });
    for (const name of ['render', 'summarise'] as const)
      this.alarm(`${name}-behind`, { metric: jobs.doors[name].metric('IteratorAge', { ...five, statistic: 'Maximum' }), over: 300_000 });
    for (const [name, queue] of Object.entries(jobs.deadLetters))
      this.alarm(`${name}-put-aside`, {
        metric: queue.metricApproximateNumberOfMessagesVisible({ ...five, statistic: 'Maximum' }),
        over: 0,
      });
    this.alarm('table-throttled', { metric: this.tableMetric(data, 'ReadThrottleEvents', 'WriteThrottleEvents'), over: 10 });
    this.alarm('mail-returned', {
      metric: new cloudwatch.Metric({
        namespace: 'AWS/SES',
        metricName: 'Reputation.BounceRate',
        statistic: 'Maximum',
        period: Duration.hours(1),
      }),
      over: 0.05,
    });
    this.alarm('mail-called-spam', {
      metric: new cloudwatch.Metric({
        namespace: 'AWS/SES',
        metricName: 'Reputation.ComplaintRate',
        statistic: 'Maximum',
        period: Duration.hours(1),
      }),
      over: 0.001,
    });
    this.dashboard(api, jobs, handlers);
    this.budget();
  }

  /** An alarm with a mail when it begins and when it ends. Over `over` in `times` periods in a row. */
  private alarm(name: string, { metric, over, times = 1 }: Watched): void {
    const alarm = new cloudwatch.Alarm(this, name, {
      alarmName: `pho-so-${this.stage.name}-${name}`,
      alarmDescription: `docs/runbook.md#${name}`,
      metric,
      threshold: over,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: times,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
    this.alarms.push(alarm);
  }

  /** How often a handler logged an event. */
  private logged(id: string, event: string, of: readonly lambda.Function[]): cloudwatch.Metric {
    const metric = { metricNamespace: `pho-so/${this.stage.name}`, metricName: event };
    for (const each of of)
      new logs.MetricFilter(this, `${id}-${each.node.id}`, {
        logGroup: each.logGroup,
        filterPattern: logs.FilterPattern.stringValue('$.message.event', '=', event),
        ...metric,
      });
    return new cloudwatch.Metric({ namespace: metric.metricNamespace, metricName: event, statistic: 'Sum', period: Duration.minutes(5) });
  }

  private tableMetric(data: DataStack, ...metrics: readonly string[]): cloudwatch.IMetric {
    return new cloudwatch.MathExpression({
      expression: `SUM([${metrics.map((_, n) => `m${n}`).join(', ')}])`,
      usingMetrics: Object.fromEntries(
        metrics.map((name, n) => [`m${n}`, data.table.metric(name, { statistic: 'Sum', period: Duration.minutes(5) })]),
      ),
      period: Duration.minutes(5),
    });
  }

  private dashboard(api: ApiStack, jobs: JobsStack, handlers: Record<string, lambda.Function>): void {
    const perHandler = (title: string, metric: (each: lambda.Function) => cloudwatch.IMetric) =>
      new cloudwatch.GraphWidget({ title, width: 12, left: Object.values(handlers).map(metric) });
    new cloudwatch.Dashboard(this, 'Dashboard', {
      dashboardName: `pho-so-${this.stage.name}`,
      widgets: [
        [new cloudwatch.AlarmStatusWidget({ width: 24, alarms: this.alarms })],
        [
          new cloudwatch.GraphWidget({
            title: 'Requests',
            width: 12,
            left: [api.api.metricCount(), api.api.metricClientError(), api.api.metricServerError()],
            right: [api.api.metricLatency({ statistic: 'p50' }), api.api.metricLatency({ statistic: 'p95' })],
          }),
          perHandler('Calls', (each) => each.metricInvocations()),
        ],
        [
          perHandler('Duration, p95', (each) => each.metricDuration({ statistic: 'p95' })),
          perHandler('Errors', (each) => each.metricErrors()),
        ],
        [
          new cloudwatch.GraphWidget({
            title: 'Put aside',
            width: 12,
            left: Object.values(jobs.deadLetters).map((queue) => queue.metricApproximateNumberOfMessagesVisible()),
          }),
          new cloudwatch.GraphWidget({
            title: 'Behind the writes, ms',
            width: 12,
            left: [jobs.doors.render, jobs.doors.summarise].map((each) => each.metric('IteratorAge', { statistic: 'Maximum' })),
          }),
        ],
      ],
    });
  }

  private budget(): void {
    const { monthlyBudget, mail, name } = this.stage;
    const subscribers = mail.alarms.map((address) => ({ subscriptionType: 'EMAIL', address }));
    const notification = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold, thresholdType: 'PERCENTAGE' },
      subscribers,
    });
    new budgets.CfnBudget(this, 'Budget', {
      budget: {
        budgetName: `pho-so-${name}`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: monthlyBudget, unit: 'USD' },
      },
      notificationsWithSubscribers: [notification('ACTUAL', 80), notification('FORECASTED', 100)],
    });
  }
}
