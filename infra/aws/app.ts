import { App } from 'aws-cdk-lib';
import { application } from './application.ts';
import { stageNamed } from './stages.ts';

/** `cdk` runs this: every stack of the stage that `-c stage=…` names. */
const app = new App();
application(app, stageNamed(String(app.node.tryGetContext('stage') ?? 'test')));
app.synth();
