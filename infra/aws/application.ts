import { type App, Tags } from 'aws-cdk-lib';
import { ApiStack } from './api-stack.ts';
import { BackupStack, CopyStack } from './backup-stack.ts';
import { DataStack } from './data-stack.ts';
import { IdentityStack } from './identity-stack.ts';
import { JobsStack } from './jobs-stack.ts';
import { MailStack } from './mail-stack.ts';
import type { Stage } from './stages.ts';
import { WatchStack } from './watch-stack.ts';
import { WebStack } from './web-stack.ts';

/** All stacks of a stage. Those that hold data come first and change rarely; the rest can be made anew at any time. */
export function application(app: App, stage: Stage) {
  const account = process.env['CDK_DEFAULT_ACCOUNT'];
  const at = (region: string) => ({ env: { region, ...(account && { account }) }, stage });
  const named = (name: string) => `pho-so-${stage.name}-${name}`;
  const here = at(stage.region);

  const data = new DataStack(app, named('data'), here);
  const copies = new CopyStack(app, named('copies'), at(stage.copyRegion));
  const backup = new BackupStack(app, named('backup'), { ...here, data });
  backup.addStackDependency(copies);
  const identity = new IdentityStack(app, named('identity'), here);
  const api = new ApiStack(app, named('api'), { ...here, data, identity });
  const mail = new MailStack(app, named('mail'), here);
  const jobs = new JobsStack(app, named('jobs'), { ...here, data, mail });
  const watch = new WatchStack(app, named('watch'), { ...here, data, api, jobs });
  const web = new WebStack(app, named('web'), at('us-east-1'));
  web.addStackDependency(data);
  web.addStackDependency(api);
  Tags.of(app).add('system', 'pho-so');
  Tags.of(app).add('stage', stage.name);
  return { data, copies, backup, identity, api, mail, jobs, watch, web };
}
