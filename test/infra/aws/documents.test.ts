import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, test } from 'vitest';
import { stages } from '../../../infra/aws/stages.ts';
import { diagramOf } from './diagram.ts';
import { ofType, synthesised, type Templates } from './synthesised.ts';

const read = (file: string) => readFileSync(file, 'utf8');
let templates: Templates;
beforeAll(async () => {
  templates = await synthesised();
}, 180_000);

test('docs/aws.md draws what the templates say (vitest -u draws it anew)', async () => {
  await expect(
    `# What runs where on AWS\n\nDrawn from the synthesised templates by test/infra/aws/diagram.ts.\n\n${diagramOf(templates)}`,
  ).toMatchFileSnapshot('../../../docs/aws.md');
});

test('every alarm names its page in the runbook, and the page is there', () => {
  const headings = new Set([...read('docs/runbook.md').matchAll(/^### (.+)$/gm)].map(([, heading]) => heading));
  const alarms = ofType(templates, 'AWS::CloudWatch::Alarm').map(({ Properties }) => ({
    name: String(Properties['AlarmName']).replace('pho-so-production-', ''),
    page: String(Properties['AlarmDescription']),
  }));
  expect(alarms.length).toBeGreaterThan(10);
  for (const { name, page } of alarms) expect([page, headings.has(name)]).toEqual([`docs/runbook.md#${name}`, true]);
  expect(headings.has('over-budget')).toBe(true);
});

test('the guide and the runbook name only commands, stacks and settings that there are', () => {
  const text = read('docs/deploy.md');
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const run = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name as string);
  expect(run.length).toBeGreaterThan(5);
  expect(run.filter((name) => !(name in scripts))).toEqual([]);
  const operate = read('infra/aws/operate.ts');
  const commands = [...`${text}${read('docs/runbook.md')}`.matchAll(/npm run aws -- ([\w-]+)/g)].map(([, name]) => name as string);
  expect(commands).toContain('bring-back');
  expect(commands.filter((name) => !new RegExp(`async '?${name}'?\\(`).test(operate))).toEqual([]);
  const named = [...text.matchAll(/`pho-so-<stage>-([a-z]+)`/g)].map(([, name]) => name as string);
  expect(named.sort()).toEqual(Object.keys(templates).sort());
  const settings = [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name as string);
  expect(settings.sort()).toEqual(Object.keys(stages.production).sort());
  const outputs = [...text.matchAll(/output `(\w+)`/g)].map(([, name]) => name as string);
  expect(outputs.length).toBeGreaterThan(1);
  for (const name of outputs) expect([name, read('infra/aws/outputs.ts').includes(`  ${name}: string`)]).toEqual([name, true]);
});

test('what CloudFront runs for every request says whose it is, and knows two languages', () => {
  const run = (file: string, uri: string, language?: string) => {
    const context: { handler?: (event: object) => { uri: string; headers: Record<string, { value: string }> } } = {};
    runInNewContext(`${read(file)}; this.handler = handler;`, context);
    const headers = { 'x-viewer-address': { value: 'forged' }, ...(language && { 'accept-language': { value: language } }) };
    return context.handler?.({ request: { uri, headers }, viewer: { ip: '203.0.113.7' } });
  };
  const seen = run('infra/aws/viewer-request.js', '/C/ABC', 'en-GB,en;q=0.9,vi;q=0.8')?.headers;
  expect([seen?.['x-viewer-address'], seen?.['accept-language']]).toEqual([{ value: '203.0.113.7' }, { value: 'en' }]);
  expect(run('infra/aws/viewer-request.js', '/', 'fr, en')?.headers['accept-language']).toEqual({ value: 'vi' });
  const app = (uri: string, language?: string) => run('infra/aws/app-request.js', uri, language)?.uri;
  expect([app('/'), app('/phuong/tuyen-duong/x'), app('/assets/main-1a2b.js'), app('/config.json')]).toEqual([
    '/index.html',
    '/index.html',
    '/assets/main-1a2b.js',
    '/config.json',
  ]);
  expect([app('/tai-lieu'), app('/tai-lieu', 'en')]).toEqual(['/tai-lieu.vi.html', '/tai-lieu.en.html']);
});
