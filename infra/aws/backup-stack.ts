import { ArnFormat, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { DataStack } from './data-stack.ts';
import { removalPolicyOf } from './removal-policy.ts';
import { names, type Stage } from './stages.ts';

/** Where copies of the backups lie, in another region: a vault whose lock must be taken off before anything in it can be deleted early. */
export class CopyStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { stage: Stage }) {
    super(scope, id, props);
    const { stage } = props;
    const encryptionKey = new kms.Key(this, 'Key', {
      alias: `pho-so/${stage.name}/copies`,
      enableKeyRotation: true,
      removalPolicy: removalPolicyOf(stage),
    });
    new backup.BackupVault(this, 'Vault', { backupVaultName: names(stage).copyVault, encryptionKey, ...kept(stage) });
  }
}

/** Backups of the table and the files: every night, every month, and a copy in the other region. */
export class BackupStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { stage: Stage; data: DataStack }) {
    super(scope, id, props);
    const { stage, data } = props;
    const vault = new backup.BackupVault(this, 'Vault', { encryptionKey: data.key, ...kept(stage) });
    const copies = backup.BackupVault.fromBackupVaultArn(
      this,
      'Copies',
      this.formatArn({
        service: 'backup',
        region: stage.copyRegion,
        resource: 'backup-vault',
        resourceName: names(stage).copyVault,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    );
    const plan = new backup.BackupPlan(this, 'Plan', { backupVault: vault });
    const rule = (ruleName: string, scheduleExpression: Schedule, days: number, copyDays: number) =>
      plan.addRule(
        new backup.BackupPlanRule({
          ruleName,
          scheduleExpression,
          startWindow: Duration.hours(1),
          completionWindow: Duration.hours(6),
          deleteAfter: Duration.days(days),
          copyActions: [{ destinationBackupVault: copies, deleteAfter: Duration.days(copyDays) }],
        }),
      );
    // 02:00 in Vietnam; the clock of AWS Backup is UTC.
    rule('Daily', Schedule.cron({ hour: '19', minute: '0' }), stage.backupDays.daily, stage.backupDays.copy);
    rule('Monthly', Schedule.cron({ day: '1', hour: '20', minute: '0' }), stage.backupDays.monthly, stage.backupDays.monthly);

    const role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('backup.amazonaws.com') });
    for (const name of ['service-role/AWSBackupServiceRolePolicyForBackup', 'AWSBackupServiceRolePolicyForS3Backup'])
      role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName(name));
    plan.addSelection('Everything', {
      role,
      resources: [backup.BackupResource.fromDynamoDbTable(data.table), backup.BackupResource.fromArn(data.files.bucketArn)],
    });
  }
}

/** A vault outlives its stack where data do, and for a week nobody deletes what lies in it without taking its lock off first. */
const kept = (stage: Stage): backup.BackupVaultProps => ({
  removalPolicy: removalPolicyOf(stage),
  ...(stage.keepsData && { lockConfiguration: { minRetention: Duration.days(7) } }),
});
