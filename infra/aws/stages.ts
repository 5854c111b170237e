/** Everything that differs between stages. One stage is one complete system in one AWS account; two stages may share an account. */
export type Stage = {
  name: string;
  /** Where data live and functions run. */
  region: string;
  /** Where copies of the backups go: another region than `region`. */
  copyRegion: string;
  /** Address that people type and that certificates carry. */
  domain: string;
  /** Address of the API behind CloudFront. Nobody types it, but it must be in DNS. */
  originDomain: string;
  /** Certificates in AWS Certificate Manager: for `domain` in us-east-1 (CloudFront asks for that), for `originDomain` in `region`. */
  certificateArn: string;
  originCertificateArn: string;
  /** First part of the sign-in pages' address: `<prefix>.auth.<region>.amazoncognito.com`. Unique in the whole region. */
  signInPrefix: string;
  /** Sign-in with another OpenID provider beside passwords, for example the national electronic identity. */
  federation?: { name: string; issuer: string; clientId: string; secretName: string };
  /** Notices are sent from `sender`, an address of `domain`; alarms and the budget tell `alarms`. */
  mail: { domain: string; sender: string; alarms: readonly string[] };
  /** How many requests are worked on at once. What is reserved for staff cannot be taken by a public rush. */
  concurrency: { api: number; lists: number; papers: number; documents: number; public: number };
  /** Requests a second that API Gateway lets through, and how many in one moment. */
  requests: { staff: { rate: number; burst: number }; public: { rate: number; burst: number } };
  /** Which key signs certificates: a higher number makes a new one and leaves the old one where it is (docs/runbook.md#changing-secrets). */
  signingKey: number;
  /** USD a month; 80 % spent or 100 % foreseen sends a mail. */
  monthlyBudget: number;
  logDays: 30 | 90 | 365;
  /** Days that backups are kept, and their copies in the other region. */
  backupDays: { daily: number; monthly: number; copy: number };
  /** Whether data outlive the stacks, and `npm run aws -- destroy` refuses. */
  keepsData: boolean;
};

const account = '111122223333';
const common = {
  region: 'ap-southeast-1',
  copyRegion: 'ap-northeast-1',
  concurrency: { api: 100, lists: 20, papers: 10, documents: 10, public: 200 },
  requests: { staff: { rate: 300, burst: 600 }, public: { rate: 500, burst: 1000 } },
  signingKey: 1,
} as const;

/** The stages there are. Replace domains, certificates and addresses before the first deploy (docs/deploy.md). */
export const stages: Record<'test' | 'production', Stage> = {
  test: {
    ...common,
    name: 'test',
    domain: 'thu.phoso.example.vn',
    originDomain: 'goc.thu.phoso.example.vn',
    certificateArn: `arn:aws:acm:us-east-1:${account}:certificate/00000000-0000-0000-0000-000000000001`,
    originCertificateArn: `arn:aws:acm:ap-southeast-1:${account}:certificate/00000000-0000-0000-0000-000000000002`,
    signInPrefix: 'pho-so-test',
    mail: { domain: 'thu.phoso.example.vn', sender: 'thongbao@thu.phoso.example.vn', alarms: ['vanhanh@phoso.example.vn'] },
    concurrency: { api: 10, lists: 5, papers: 5, documents: 5, public: 10 },
    monthlyBudget: 50,
    logDays: 30,
    backupDays: { daily: 7, monthly: 30, copy: 7 },
    keepsData: false,
  },
  production: {
    ...common,
    name: 'production',
    domain: 'phoso.example.vn',
    originDomain: 'goc.phoso.example.vn',
    certificateArn: `arn:aws:acm:us-east-1:${account}:certificate/00000000-0000-0000-0000-000000000003`,
    originCertificateArn: `arn:aws:acm:ap-southeast-1:${account}:certificate/00000000-0000-0000-0000-000000000004`,
    signInPrefix: 'pho-so',
    federation: { name: 'VNeID', issuer: 'https://dangnhap.example.vn', clientId: 'pho-so', secretName: 'pho-so/production/federation' },
    mail: { domain: 'phoso.example.vn', sender: 'thongbao@phoso.example.vn', alarms: ['vanhanh@phoso.example.vn'] },
    monthlyBudget: 500,
    logDays: 365,
    backupDays: { daily: 35, monthly: 365, copy: 90 },
    keepsData: true,
  },
};

/** A stage by its name; an unknown name says which there are. */
export function stageNamed(name: string): Stage {
  const stage = Object.values(stages).find((each) => each.name === name);
  if (!stage) throw new Error(`no stage "${name}"; there are: ${Object.keys(stages).join(', ')}`);
  return stage;
}

/** Names that several stacks, regions and commands must agree on. */
export const names = (stage: Stage) => ({
  table: `pho-so-${stage.name}`,
  originSecret: `pho-so/${stage.name}/origin`,
  personalDataKey: `pho-so/${stage.name}/personal-data-key`,
  copyVault: `pho-so-${stage.name}-copies`,
  files: (accountId: string) => `pho-so-${stage.name}-files-${accountId}`,
  web: (accountId: string) => `pho-so-${stage.name}-web-${accountId}`,
  signIn: `https://${stage.signInPrefix}.auth.${stage.region}.amazoncognito.com`,
});
