import { type CfnElement, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { application } from './application.ts';
import { names, type Stage } from './stages.ts';

/** Findings of cdk-nag's AwsSolutions that stand, each with the reason. Whatever is not in this list fails the test. */
export function acknowledge({ data, identity, api, jobs, backup, web }: ReturnType<typeof application>, stage: Stage): void {
  const say = (on: IConstruct, rule: string, reason: string) =>
    Validations.of(on).acknowledge({ id: `AwsSolutions::AwsSolutions-${rule}`, reason });

  for (const handler of [...Object.values(api.doors), ...Object.values(jobs.doors)])
    say(handler, 'L1', 'Node 22 is the newest runtime that the code and its libraries are checked for; it is supported until April 2027.');

  const account = '<AWS::AccountId>';
  for (const stack of [api, jobs]) {
    const resource = (arn: string, reason: string) => say(stack, `IAM5[Resource::${arn}]`, reason);
    resource('*', 'X-Ray knows no resources: its two actions stand for themselves.');
    resource(
      `arn:aws:dynamodb:${stage.region}:${account}:table/${names(stage).table}/index/*`,
      'All indexes of the one table: what may read the table may read it by each of its indexes.',
    );
    for (const kind of ['uploads/*', 'snapshots/*', 'records/*', 'ceremonies/*', 'certificates/*', 'certificates/*/*'])
      resource(
        `arn:aws:s3:::${names(stage).files(account)}/${kind}`,
        'Files of the kind that the door makes; each lies under its content or code.',
      );
    resource(
      `arn:aws:s3:::${names(stage).files(account)}/*`,
      'Every file of the bucket is what the door works with: keys are hashes and codes, known only to whoever read the record.',
    );
  }
  for (const handler of [jobs.doors.remind, jobs.doors.render])
    say(
      jobs,
      `IAM5[Resource::<${jobs.getLogicalId(handler.node.defaultChild as CfnElement)}.Arn>:*]`,
      'The schedule may call every version of this one function; the library writes it so.',
    );

  say(
    api,
    'APIG4',
    'Tokens are checked in our code, for every route by its line of the policy: access tokens of Cognito carry no audience that API Gateway could check. test/functions/http/roles.test.ts and test/functions/lambda hold it.',
  );
  for (const queue of [jobs.deadLetters.stream, jobs.deadLetters.schedule])
    say(queue, 'SQS3', 'It is a dead-letter queue: of the stream and of the schedule, which name it where this rule does not look.');
  for (const policy of ['service-role/AWSBackupServiceRolePolicyForBackup', 'AWSBackupServiceRolePolicyForS3Backup'])
    say(backup, `IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`, 'Kept by AWS: it follows what a backup needs.');
  for (const secret of [data.originSecret, data.listSecret])
    say(
      secret,
      'SMG4',
      'Changed by hand with the old one still accepted for a while (docs/runbook.md#changing-secrets): a rotation alone would shut the door.',
    );
  say(data.personalDataKey, 'SMG4', 'Never changes: every hash in the table was made with it.');
  say(
    identity,
    'COG1',
    'Twelve characters, capitals, digits and a second factor; symbols make people write passwords down (NIST SP 800-63B, 5.1.1.2).',
  );
  say(web, 'CFR1', 'Certificates are verified from everywhere.');
}
