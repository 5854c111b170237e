import { stages } from '../../infra/aws/stages.ts';
import type { Measured } from './ask.ts';
import prices from './prices.json' with { type: 'json' };

/** What a ward and its office do in the busiest month of the year, by route. An assumption, to be changed here. */
export const busiestMonth: Readonly<Record<string, number>> = {
  'GET /api/me': 200,
  'GET /api/notices/unread': 3000,
  'GET /api/streets/{streetId}/merchants': 400,
  'GET /api/nominations/{id}': 300,
  'GET /api/programmes/{id}/board': 200,
  'POST /api/streets/{streetId}/merchants': 211,
  'PUT /api/streets/{streetId}/merchants/{merchantId}': 300,
  'POST /api/nominations/{id}/comments': 10,
  'POST /api/nominations/{id}/submission': 2,
  'PUT /api/nominations/{id}/assessment': 12,
  'POST /api/nominations/{id}/assessment/completion': 2,
  'POST /api/decisions': 1,
  'GET /api/public/streets': 100,
  'GET /C/{code}': 300,
};

/**
 * Beside the requests, for a ward: who signs in (its own people, and its part of the offices), photos and papers in megabytes, mails. For a
 * stage: what its stacks hold, the memory of a function, how much slower it is than here, and the part of requests that is traced.
 */
export const assumed = {
  people: 4,
  megabytesOfFiles: 30,
  filesPut: 60,
  mails: 40,
  lambdaGb: 0.5,
  slowerThanHere: 2,
  logBytesPerRequest: 600,
  wafRules: 5,
  keys: 3,
  secrets: 6,
  alarms: 15,
  traced: 0.05,
};

/** How many whole copies of the table AWS Backup keeps: every night and every month, here and in the other region. */
const { daily, monthly, copy } = stages.production.backupDays;
const backups = daily + copy + 2 * Math.ceil(monthly / 30);

export type Bill = { part: string; perWard: number; fixed: number };

/**
 * What a month costs in US dollars, by part: what grows with the wards, and what is paid for one. `bytesPerWard` is what the table grew
 * by for a ward, read off the local database's file.
 */
export function bills(measured: ReadonlyMap<string, Measured>, bytesPerWard: number): Bill[] {
  const done = Object.entries(busiestMonth).map(([route, times]) => {
    const one = measured.get(route);
    if (!one) throw new Error(`${route} was not measured`);
    return { times, ...one };
  });
  const sum = (of: (each: (typeof done)[number]) => number): number => done.reduce((all, each) => all + each.times * of(each), 0);
  const requests = sum(() => 1);
  const gb = bytesPerWard / 1e9;
  const files = assumed.megabytesOfFiles / 1000;
  return [
    {
      part: 'DynamoDB',
      perWard:
        (sum((each) => each.read) * prices.dynamodbReadPerMillion + sum((each) => each.written) * prices.dynamodbWritePerMillion) / 1e6 +
        gb * (prices.dynamodbStoragePerGbMonth + prices.dynamodbPitrPerGbMonth),
      fixed: 0,
    },
    {
      part: 'Lambda',
      perWard:
        (requests * prices.lambdaRequestsPerMillion) / 1e6 +
        sum(({ p50 }) => (p50 / 1000) * assumed.slowerThanHere * assumed.lambdaGb) * prices.lambdaArmPerGbSecond,
      fixed: 0,
    },
    {
      part: 'HTTP API, CloudFront, WAF',
      perWard:
        (requests * (prices.httpApiPerMillion + prices.wafRequestsPerMillion)) / 1e6 +
        (requests * prices.cloudfrontHttpsPer10k) / 1e4 +
        files * prices.cloudfrontPerGb,
      fixed: prices.wafPerAclMonth + assumed.wafRules * prices.wafPerRuleMonth,
    },
    { part: 'S3', perWard: files * prices.s3StoragePerGbMonth + (assumed.filesPut * prices.s3PutPerThousand) / 1000, fixed: 0 },
    { part: 'Backups', perWard: gb * backups * prices.backupPerGbMonth, fixed: 0 },
    { part: 'Sign-in', perWard: assumed.people * prices.cognitoPlusPerPerson, fixed: 0 },
    {
      part: 'Keys, secrets',
      perWard: prices.kmsAsymmetricSignPer10k / 1e4,
      fixed: assumed.keys * prices.kmsKeyPerMonth + assumed.secrets * prices.secretPerMonth,
    },
    {
      part: 'Logs, alarms, mail',
      perWard:
        ((requests * assumed.logBytesPerRequest) / 1e9) * prices.logsPerGb +
        (requests * assumed.traced * prices.tracesPerMillion) / 1e6 +
        (assumed.mails * prices.sesPerThousand) / 1000,
      fixed: assumed.alarms * prices.alarmPerMonth + prices.dashboardPerMonth,
    },
  ];
}

export const priceList = { asOf: prices.asOf, region: prices.region };
