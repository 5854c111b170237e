import { existsSync, readFileSync } from 'node:fs';
import { CfnOutput, type Stack } from 'aws-cdk-lib';
import type { Stage } from './stages.ts';

/** What commands and people need of a deployed stage; `cdk deploy` writes it down. */
export type Outputs = {
  filesBucket: string;
  webBucket: string;
  userPool: string;
  client: string;
  signingKey: string;
  /** For DNS: where `domain` and `originDomain` point to. */
  distribution: string;
  origin: string;
};

/** Names what a stack made, so that commands find it. */
export function publishOutputs(stack: Stack, outputs: Partial<Outputs>): void {
  for (const [name, value] of Object.entries(outputs)) new CfnOutput(stack, name, { value }).overrideLogicalId(name);
}

export const outputsFile = (stage: Stage): string => `.build/aws-${stage.name}.json`;

/** The outputs of a stage that was deployed from this folder. */
export function outputsOf(stage: Stage): Outputs {
  const file = outputsFile(stage);
  if (!existsSync(file))
    throw new Error(`${file} is not there: \`npm run aws -- deploy --stage ${stage.name}\` writes it, also when nothing has changed`);
  const perStack = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Partial<Outputs>>;
  return Object.assign({}, ...Object.values(perStack)) as Outputs;
}
