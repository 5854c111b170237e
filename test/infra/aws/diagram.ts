import { ofType, type Resource, type Templates } from './synthesised.ts';

type Statement = { Action: string | string[] };

/** What runs where, drawn from the templates: who calls which function, and what each may reach by its role. */
export function diagramOf(templates: Templates): string {
  const functions = ofType(templates, 'AWS::Lambda::Function').map(
    ({ Properties }) => String(Properties['FunctionName']).split('-').at(-1) as string,
  );
  const edges = [...requests(templates), ...events(templates), ...reaches(templates)];
  return [
    '```mermaid',
    'flowchart LR',
    '  people((people)) --> firewall[WAF] --> cloudfront[CloudFront]',
    '  cloudfront --> app[(S3: app)]',
    '  cloudfront -- "with the origin secret" --> gateway[HTTP API]',
    '  people -- "signed addresses" --> files[(S3: files)]',
    '  people --> cognito[Cognito]',
    ...functions.sort().map((name) => `  ${name}["λ ${name}"]`),
    ...edges.sort().map((edge) => `  ${edge}`),
    '  table[(DynamoDB)] --> backup[AWS Backup] --> copies[(copies in another region)]',
    '  files --> backup',
    '```',
    '',
  ].join('\n');
}

function requests(templates: Templates): string[] {
  const resources = templates['api'] ?? {};
  const integrations = new Map(
    Object.entries(resources).flatMap(([id, { Type, Properties }]) =>
      Type === 'AWS::ApiGatewayV2::Integration' ? [[id, nameOf(Properties['IntegrationUri'])] as const] : [],
    ),
  );
  const routes = new Map<string, number>();
  for (const { Properties } of ofType(templates, 'AWS::ApiGatewayV2::Route')) {
    const handler = [...integrations].find(([id]) => JSON.stringify(Properties['Target']).includes(id))?.[1] ?? '?';
    routes.set(handler, (routes.get(handler) ?? 0) + 1);
  }
  return [...routes].map(([handler, count]) => `gateway -- "${count} ${count === 1 ? 'route' : 'routes'}" --> ${handler}`);
}

function events(templates: Templates): string[] {
  const sources = ofType(templates, 'AWS::Lambda::EventSourceMapping').map(({ Properties }) => {
    const from = JSON.stringify(Properties['EventSourceArn']);
    const [source] = /packs|mail/.exec(from) ?? [];
    return `${source ? `${source}-queue[[SQS: ${source}]]` : 'table -- stream'} --> ${nameOf(Properties['FunctionName'])}`;
  });
  const clock = ofType(templates, 'AWS::Scheduler::Schedule').map(({ Properties }) => {
    const { Arn } = Properties['Target'] as { Arn: unknown };
    return `clock{{schedule}} -- "${String(Properties['ScheduleExpression']).replace(/rate\((.*)\)/, 'every $1')}" --> ${nameOf(Arn)}`;
  });
  return [...sources, ...clock];
}

const reached: [action: string, to: string][] = [
  ['dynamodb:GetItem', 'reads'],
  ['dynamodb:PutItem', 'writes'],
  ['s3:GetObject', 'fetches'],
  ['s3:PutObject', 'stores'],
];

function reaches(templates: Templates): string[] {
  const policies = ['api', 'jobs'].flatMap((stack) =>
    Object.entries(templates[stack] ?? {}).filter(([id, { Type }]) => Type === 'AWS::IAM::Policy' && !id.includes('scheduler')),
  );
  return policies.flatMap(([id, policy]) => {
    const handler = id.replace(/roleDefaultPolicy.*/, '');
    const actions = new Set(statementsOf(policy).flatMap(({ Action }) => Action));
    const verbs = (prefix: string) =>
      reached.flatMap(([action, verb]) => (action.startsWith(prefix) && actions.has(action) ? [verb] : [])).join(', ');
    const edge = (verb: string, to: string) => (verb ? [`${handler} -- ${verb} --> ${to}`] : []);
    return [
      ...edge(verbs('dynamodb:'), 'table'),
      ...edge(verbs('s3:'), 'files'),
      ...edge(actions.has('kms:Sign') ? 'signs' : '', 'kms[KMS]'),
      ...edge(actions.has('ses:SendEmail') ? 'sends' : '', 'ses[SES]'),
      ...edge([...actions].some((action) => action.startsWith('cognito-idp:')) ? 'accounts' : '', 'cognito'),
      ...['packs', 'mail'].flatMap((queue) =>
        actions.has('sqs:SendMessage') && JSON.stringify(sentTo(policy)).includes(`"${queue}queue`)
          ? [`${handler} --> ${queue}-queue`]
          : [],
      ),
    ];
  });
}

const sentTo = (policy: Resource) => statementsOf(policy).filter(({ Action }) => [Action].flat().includes('sqs:SendMessage'));
const statementsOf = (policy: Resource) => (policy.Properties['PolicyDocument'] as { Statement: Statement[] }).Statement;
/** The function that a reference in a template means: its logical id begins with its name. */
const nameOf = (reference: unknown): string => /"([a-z]+)[0-9A-F]{8}"/.exec(JSON.stringify(reference))?.[1] ?? '?';
