import type { Measured } from './ask.ts';
import { assumed, type Bill, busiestMonth, priceList } from './costs.ts';
import { evening, partitionLimit } from './hottest.ts';

export type Size = { wards: number; merchants: number; fileMb: number; routes: ReadonlyMap<string, Measured> };
export type Evening = { partition: string; share: number; unitsPerSecond: number };

/** More calls, or a fifth more read units: less is a matter of where a page of the database ends. */
const grows = (route: string, before: Size, after: Size): boolean => {
  const [was, is] = [before.routes.get(route), after.routes.get(route)];
  return Boolean(was && is && (is.calls > was.calls || is.read > was.read * 1.2 + 1));
};

/** What grows with the country by its nature, and why that is good. */
const growsByNature: Readonly<Record<string, string>> = {
  'GET /api/public/certificate-list':
    'the signed list of all certificates of the country, which devices keep for verifying without a network; CloudFront asks for it once a minute at most, however many devices do',
};

/** The text of docs/scale.md. `province`: the measured province with all its wards, beside the small one. */
export function report(
  sizes: readonly Size[],
  { small: tenWards, province }: { small: Size; province: Size },
  hot: Evening,
  bills: readonly Bill[],
  machine: string,
): string {
  const [small] = sizes;
  const large = sizes.at(-1);
  if (!small || !large) throw new Error('nothing was measured');
  const all = [...large.routes.keys()];
  const grown = all.filter((route) => grows(route, small, large));
  const unexplained = grown.filter((route) => !(route in growsByNature));
  const whole = all.filter((route) => !(route in growsByNature) && grows(route, tenWards, province));
  const number = (n: number, digits = 1): string => n.toFixed(digits);
  const head = sizes.map(({ wards }) => `p50 ${wards} | p95 ${wards}`).join(' | ');
  const routes = [...large.routes].map(([route, { calls, read, written, p50 }]) => {
    const times = sizes.map((size) => size.routes.get(route)).map((each) => (each ? `${number(each.p50)} | ${number(each.p95)}` : ' | '));
    const ratio = p50 / (small.routes.get(route)?.p50 ?? p50);
    return `| ${route} | ${times.join(' | ')} | ${number(ratio, 2)}× | ${calls} | ${number(read)} | ${number(written)} |`;
  });
  const areas = { 'a district of 10 wards': 10, 'a city of 114 wards': 114, 'the country': large.wards };
  const cost = (wards: number) => bills.map(({ perWard, fixed }) => number(perWard * wards + fixed, 2));
  const total = (wards: number) =>
    number(
      bills.reduce((sum, { perWard, fixed }) => sum + perWard * wards + fixed, 0),
      2,
    );
  return `# Scale

Made by \`npm run simulate -- --wards ${large.wards}\` on ${machine}. Do not edit: run it again.

The embedded database is filled with copies of what a ward's work leaves behind: a unit, a street with its merchants, a dossier, an assessment,
and for every third ward a certificate. Ten of the wards lie in the province that is measured, all others in the 33 others; so what grows from
column to column grows with the country. Each route is asked as its user asks, through the API and the policy, and each size has a database of
its own.

| wards | merchants | database file, MB |
|---|---|---|
${sizes.map(({ wards, merchants, fileMb }) => `| ${wards} | ${merchants} | ${number(fileMb, 0)} |`).join('\n')}

${unexplained.length === 0 ? 'No route makes more calls or reads more at the largest size than at the smallest' : `**Routes that grow: ${unexplained.join(', ')}**`}${grown.some((route) => route in growsByNature) ? `, but for what is as large as the country itself:` : '.'}
${grown
  .filter((route) => route in growsByNature)
  .map((route) => `\n- \`${route}\`: ${growsByNature[route]}.\n`)
  .join('')}
## Routes

Times in milliseconds of this machine, database included; the ratio is p50 at ${large.wards} wards to p50 at ${small.wards}. Calls to the database and
consumed units (read, written; strongly consistent reads count 1 for 4 KB, transactions twice) are what DynamoDB would bill.

| route | ${head} | ratio | calls | read | written |
|---|${'---|'.repeat(sizes.length * 2 + 4)}
${routes.join('\n')}

## What grows with the own province

Most lists are read page by page and cost the same wherever they are. Some answers must be whole: a paper with its annex, a table to download, a
ceremony, a map. They grow with what they show. Here is what they take in a province of ${province.wards} wards with ${province.merchants} merchants,
beside the ten wards above.

| route | p50 ${tenWards.wards} | p50 ${province.wards} | calls ${tenWards.wards} | calls ${province.wards} | read ${tenWards.wards} | read ${province.wards} |
|---|---|---|---|---|---|---|
${whole.map((route) => grownRow(route, tenWards, province)).join('\n')}

## The evening of the ceremony

${evening.verifications} verifications in ${evening.hours} hours, the busiest second ${evening.peak} times the average one, the certificates as popular as
words are (Zipf): the busiest partition (\`${hot.partition.replace(/#.*/, '#…')}\`) takes ${number(hot.share * 100, 0)} % of the reads, ${number(hot.unitsPerSecond, 0)} read units in that second. One partition
can do ${partitionLimit.read}. That is without any cache; what CloudFront answers never reaches the table.

## Cost

US dollars for the busiest month of a year, from the measured units and requests with the price list of ${priceList.asOf} (${priceList.region}).

| | ${bills.map(({ part }) => part).join(' | ')} | all |
|---|${'---|'.repeat(bills.length + 1)}
${Object.entries(areas)
  .map(([name, wards]) => `| ${name} | ${cost(wards).join(' | ')} | ${total(wards)} |`)
  .join('\n')}

Assumed for a ward in that month: ${Object.entries(busiestMonth)
    .map(([route, times]) => `${times} × \`${route}\``)
    .join(
      ', ',
    )}; ${assumed.people} people who sign in, ${assumed.megabytesOfFiles} MB of files in ${assumed.filesPut} uploads, ${assumed.mails} mails; functions of ${assumed.lambdaGb} GB that are
${assumed.slowerThanHere} times as slow as this machine; ${assumed.logBytesPerRequest} bytes of log a request.
`;
}

function grownRow(route: string, before: Size, after: Size): string {
  const [was, is] = [before.routes.get(route), after.routes.get(route)];
  const pair = (of: (each: Measured) => number, digits: number) =>
    [was, is].map((each) => (each ? of(each).toFixed(digits) : '')).join(' | ');
  return `| ${route} | ${pair(({ p50 }) => p50, 1)} | ${pair(({ calls }) => calls, 0)} | ${pair(({ read }) => read, 1)} |`;
}
