import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { importUnits } from '../../functions/authorities/import.ts';
import { cognitoAccounts } from '../../functions/aws/cognito-accounts.ts';
import { notProvided } from '../../functions/aws/not-provided.ts';
import { checkTable } from '../../functions/data/check-table.ts';
import type { Deps } from '../../functions/deps.ts';
import { firstAdministrator } from '../../functions/people/first-administrator.ts';
import { findPerson } from '../../functions/people/store.ts';
import { AuthorityId, PersonId } from '../../shared/ids.ts';
import { outputsFile, outputsOf } from './outputs.ts';
import { bringBack } from './restore-items.ts';
import { signingCertificate, storeChain } from './signing-certificate.ts';
import { names, type Stage, stageNamed } from './stages.ts';
import { uploadWeb } from './upload-web.ts';

/** What was asked for on the command line; an option or a stage that there is not is an error with the ones there are. */
const asked = () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      stage: { type: 'string', default: 'test' },
      login: { type: 'string' },
      name: { type: 'string' },
      authority: { type: 'string', default: 'hai-phong' },
      'authority-name': { type: 'string', default: 'Thành phố Hải Phòng' },
      'authority-code': { type: 'string', default: '31' },
      by: { type: 'string' },
      file: { type: 'string' },
      from: { type: 'string' },
      partition: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  return { positionals, values, stage: stageNamed(values.stage) };
};

/** What an engineer does with a stage, with the credentials of the terminal: `npm run aws -- <command> --stage <name>`. */
const commandsOf = ({ values, stage }: ReturnType<typeof asked>): Record<string, () => Promise<void>> => ({
  /** Deploys every stack and brings the app. */
  async deploy() {
    cdk(stage, 'deploy', '--all', '--require-approval', 'broadening', '--outputs-file', outputsFile(stage));
    await web(stage);
  },
  /** Takes a stage away, its data too; refused where data are to be kept. */
  async destroy() {
    if (stage.keepsData) throw new Error(`${stage.name} keeps data and is not destroyed by command`);
    console.log('Buckets and backup vaults that are not empty stop this: docs/deploy.md, "Afterwards".');
    cdk(stage, 'destroy', '--all');
  },
  /** Brings the app alone. */
  async web() {
    await web(stage);
  },
  /** `--login x --name "…"`: the first administrator, with the topmost unit. */
  async admin() {
    const { login, name } = values;
    if (!login || !name) throw new Error('--login and --name are needed');
    const unit = { id: AuthorityId.parse(values.authority), code: values['authority-code'], name: values['authority-name'] };
    const made = await firstAdministrator(deps(stage), unit, { login, name });
    if (!made.ok) throw new Error(JSON.stringify(made.failure));
    const { person, invitation } = made.value;
    console.log(
      `${person.id}\n${invitation?.url}\npassword for the first sign-in, until ${invitation?.validUntil}: ${invitation?.password}`,
    );
  },
  /** `--file units.csv --by <id of an administrator>`: the units of a province. */
  async units() {
    const { file, by } = values;
    if (!file || !by) throw new Error('--file and --by are needed');
    const world = deps(stage);
    const person = await findPerson(world.table, PersonId.parse(by));
    if (!person) throw new Error('nobody has this id');
    for (const { line, id, outcome, why } of await importUnits(world, person, readFileSync(file, 'utf8')))
      console.log([line, id, outcome, why ?? ''].join('\t'));
  },
  /** A certificate for the signing key: self-signed by `--name`, or the chain in `--file` (PEM) that an authority has issued. */
  async 'signing-certificate'() {
    const outputs = outputsOf(stage);
    const pem = values.file
      ? readFileSync(values.file, 'utf8')
      : await signingCertificate(
          new KMSClient({ region: stage.region }),
          outputs.signingKey,
          values.name ?? `Phố Số ${stage.name}`,
          new Date(),
        );
    await storeChain(new S3Client({ region: stage.region }), outputs, pem);
    console.log(pem);
  },
  /** `--from <restored table> [--partition <PK>] [--write]`: compares a restored copy with the table, and puts back what is missing or different. */
  async 'bring-back'() {
    const { from, partition, write } = values;
    if (!from) throw new Error('--from is needed: the name of the restored table');
    const { doc, name: to } = deps(stage).table;
    const { same, different, missing } = await bringBack(doc, { from, to, partition, write });
    console.log(
      `same: ${same}, different: ${different}, missing: ${missing}${write ? '; put back as they were' : '; nothing was written'}`,
    );
  },
  /** Looks at every record and audit entry of the table: does each prove the next? */
  async check() {
    const { doc, name } = deps(stage).table;
    const { records, entries, unproven, unreadable, digest } = await checkTable(doc, name);
    for (const each of unproven) console.log(`unproven: ${each}`);
    for (const each of unreadable) console.log(`not read by this version: ${each}`);
    console.log(`records: ${records}, audit entries: ${entries}, unproven: ${unproven.length}, digest: ${digest}`);
  },
});

function cdk(stage: Stage, ...words: string[]): void {
  const run = spawnSync('npx', ['cdk', ...words, '-c', `stage=${stage.name}`], { stdio: 'inherit' });
  if (run.status !== 0) throw new Error(`cdk ended with ${run.status}`);
}

async function web(stage: Stage): Promise<void> {
  const files = await uploadWeb(new S3Client({ region: 'us-east-1' }), stage, outputsOf(stage));
  console.log(`${files} files of the app are at https://${stage.domain}`);
}

function deps(of: Stage): Deps {
  const { region } = of;
  const { userPool } = outputsOf(of);
  const now = () => new Date();
  const appOrigin = `https://${of.domain}`;
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${userPool}`;
  return {
    table: {
      doc: DynamoDBDocumentClient.from(new DynamoDBClient({ region }), { marshallOptions: { removeUndefinedValues: true } }),
      name: names(of).table,
      // Neither people nor units are found by keyed hashes.
      lookupKey: new Uint8Array(),
      report: () => {},
    },
    accounts: cognitoAccounts(new CognitoIdentityProviderClient({ region }), { pool: userPool, issuer, appOrigin, now }),
    blobs: notProvided('files'),
    listSigner: notProvided('key for the list'),
    random: (bytes) => randomBytes(bytes),
    publicOrigin: appOrigin,
    now,
  };
}

try {
  const given = asked();
  const commands = commandsOf(given);
  const command = commands[given.positionals[0] ?? ''];
  if (!command) throw new Error(`npm run aws -- <${Object.keys(commands).join(' | ')}> --stage <name>`);
  await command();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
