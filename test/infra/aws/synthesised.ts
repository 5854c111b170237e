import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { application } from '../../../infra/aws/application.ts';
import { acknowledge } from '../../../infra/aws/nag-suppressions.ts';
import { type Stage, stages } from '../../../infra/aws/stages.ts';

export type Resource = { Type: string; Properties: Record<string, unknown>; DeletionPolicy?: string };
export type Templates = Record<string, Record<string, Resource>>;

/** The resources of every stack of a stage, as `cdk synth` writes them: offline and without credentials. `checked`: with cdk-nag over all of them. */
export async function synthesised({ stage = stages.production, checked = false }: { stage?: Stage; checked?: boolean } = {}) {
  const outdir = await mkdtemp(join(tmpdir(), 'pho-so-cdk-'));
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };
  const app = new App({ context, outdir, analyticsReporting: false });
  const stacks = application(app, stage);
  if (checked) {
    acknowledge(stacks, stage);
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  }
  const assembly = app.synth();
  const templates: Templates = {};
  for (const { stackName, template } of assembly.stacks)
    templates[stackName.replace(`pho-so-${stage.name}-`, '')] = (template as { Resources: Record<string, Resource> }).Resources;
  return templates;
}

/** Resources of a type in a stack, or in all of them. */
export const ofType = (templates: Templates, type: string, stack?: string): Resource[] =>
  Object.entries(templates)
    .filter(([name]) => stack === undefined || name === stack)
    .flatMap(([, resources]) => Object.values(resources).filter((each) => each.Type === type));

/** What the one resource of a type is made with; more or fewer than one is a fault of the test. */
export function theOnly<T = Record<string, unknown>>(templates: Templates, type: string): T {
  const [only, ...others] = ofType(templates, type);
  if (!only || others.length > 0) throw new Error(`${others.length + 1} of ${type}`);
  return only.Properties as T;
}
