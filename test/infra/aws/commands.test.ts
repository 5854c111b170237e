import { createHash, createPublicKey, X509Certificate } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importUnits } from '../../../functions/authorities/import.ts';
import { findAuthority } from '../../../functions/authorities/store.ts';
import { chainOf } from '../../../functions/aws/handler-signer.ts';
import { s3 } from '../../../functions/aws/s3.ts';
import { s3Blobs } from '../../../functions/aws/s3-blobs.ts';
import { firstAdministrator } from '../../../functions/people/first-administrator.ts';
import { signingCertificate } from '../../../infra/aws/signing-certificate.ts';
import { stages } from '../../../infra/aws/stages.ts';
import { signInOf, webFiles } from '../../../infra/aws/upload-web.ts';
import { newSigningKey } from '../../../infra/local/signing-key.ts';
import { AuthorityId, Sha256 } from '../../../shared/ids.ts';
import { anInstance, type Instance, must } from '../../support/instance.ts';
import { synthesised, theOnly } from './synthesised.ts';

let instance: Instance;
beforeAll(async () => {
  instance = await anInstance();
});
afterAll(() => instance.stop());

const daNang = { id: AuthorityId.parse('da-nang'), code: '48', name: 'Thành phố Đà Nẵng' };
const units = `\ufeffid;code;level;name;parentId;validFrom;validUntil
hai-chau;492;district;Quận Hải Châu;da-nang;1997-01-01;2025-06-30
thach-thang;20194;ward;Phường Thạch Thang;hai-chau;1997-01-01;
no-parent;20195;ward;Phường Không Có;nowhere;1997-01-01;
Bad Id;1;ward;X;;;
`;

test('the first administrator of a province enters its units from a file; the same file again changes nothing', async () => {
  const { deps } = instance;
  const { person, invitation } = must(await firstAdministrator(deps, daNang, { login: 'quantri.dn', name: 'Nguyễn Văn An' }));
  expect(person).toMatchObject({ login: 'quantri.dn', roles: [{ role: 'admin', authorityId: 'da-nang' }] });
  expect(invitation?.url).toBeTruthy();
  const outcomes = await importUnits(deps, person, units);
  expect(outcomes.map(({ line, outcome, why }) => [line, outcome, why])).toEqual([
    [2, 'entered', undefined],
    [3, 'entered', undefined],
    [4, 'refused', 'not-found'],
    [5, 'refused', expect.stringContaining('id')],
  ]);
  expect(await findAuthority(deps.table, AuthorityId.parse('thach-thang'))).toMatchObject({ above: ['hai-chau', 'da-nang'], version: 1 });
  expect((await importUnits(deps, person, units)).slice(0, 2).map(({ outcome }) => outcome)).toEqual(['there', 'there']);
});

test('the key in KMS gets a certificate that names it and is signed by it', async () => {
  const kms = mockClient(KMSClient);
  const key = newSigningKey(new Date('2023-10-01T00:00:00.000Z'));
  const publicKey = new X509Certificate(key.chain[0] as Uint8Array).publicKey;
  kms.on(GetPublicKeyCommand).resolves({ PublicKey: publicKey.export({ format: 'der', type: 'spki' }) });
  kms.on(SignCommand).callsFake(async ({ Message }: { Message: Uint8Array }) => ({ Signature: await key.sign(Message) }));
  const pem = await signingCertificate(kms as unknown as KMSClient, 'key', 'UBND quận Hồng Bàng', new Date('2023-10-20T00:00:00.000Z'));
  const certificate = new X509Certificate(pem);
  expect([certificate.subject, certificate.verify(createPublicKey(publicKey.export({ format: 'pem', type: 'spki' })))]).toEqual([
    'CN=UBND quận Hồng Bàng',
    true,
  ]);
  expect(chainOf(pem + pem).map((der) => Buffer.from(der).equals(certificate.raw))).toEqual([true, true]);
  kms.restore();
});

test('the app is brought with its first page last, files with a hash kept for ever, and the reference of the API in both languages', async () => {
  const files = await webFiles('.build/web', { issuer: 'https://cognito-idp.example', clientId: 'web', scope: 'openid profile' });
  const keepOf = (pattern: RegExp) => [...new Set(files.filter(({ name }) => pattern.test(name)).map(({ keep }) => keep))];
  expect(keepOf(/^assets[/]/)).toEqual(['public, max-age=31536000, immutable']);
  expect(keepOf(/^(index[.]html|sw[.]js|config[.]json)$/)).toEqual(['no-cache']);
  expect(
    files
      .slice(-2)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['index.html', 'sw.js']);
  expect(files.some(({ name }) => /[.](br|gz|map)$/.test(name))).toBe(false);
  const pages = files
    .filter(({ name }) => name.startsWith('tai-lieu.') && name.endsWith('html'))
    .map(({ body }) => /lang="(\w+)"/.exec(String(body))?.[1] ?? '');
  expect(pages.sort()).toEqual(['en', 'vi']);
});

test('signing out ends the session at Cognito too, and comes back to the address that its client knows', async () => {
  const { signOut } = signInOf(stages.production, { userPool: 'ap-southeast-1_x', client: 'web' });
  const { origin, pathname, searchParams } = new URL(signOut);
  expect([origin + pathname, Object.fromEntries(searchParams)]).toEqual([
    'https://pho-so.auth.ap-southeast-1.amazoncognito.com/logout',
    { client_id: 'web', logout_uri: 'https://phoso.example.vn/' },
  ]);
  const client = theOnly<{ LogoutURLs: string[] }>(await synthesised(), 'AWS::Cognito::UserPoolClient');
  expect(client.LogoutURLs).toEqual([searchParams.get('logout_uri')]);
});

test('addresses for files are signed as the client of AWS signs them, letter for letter', async () => {
  const now = new Date('2023-10-20T02:00:00.000Z');
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI', sessionToken: 'session/+=' };
  const region = 'ap-southeast-1';
  const ours = s3Blobs(s3({ address: `https://pho-so-files.s3.${region}.amazonaws.com`, region, credentials, now: () => now }));
  const theirs = new S3Client({
    region,
    credentials,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const at = { Bucket: 'pho-so-files', Key: 'certificates/ABC.pdf' };
  const parametersOf = (address: string) => {
    const { origin, pathname, searchParams } = new URL(address);
    searchParams.delete('x-id');
    searchParams.delete('X-Amz-Signature');
    return [origin + pathname, Object.fromEntries(searchParams)];
  };
  const download = await ours.downloadAddress(at.Key, { name: 'Giấy (1).pdf', contentType: 'application/pdf' });
  const command = new GetObjectCommand({
    ...at,
    ResponseContentType: 'application/pdf',
    ResponseContentDisposition: new URL(download).searchParams.get('response-content-disposition') ?? '',
    ResponseCacheControl: 'private, no-store',
  });
  expect(parametersOf(download)).toEqual(parametersOf(await getSignedUrl(theirs, command, { expiresIn: 600, signingDate: now })));

  const sha256 = Sha256.parse(createHash('sha256').update('x').digest('hex'));
  const upload = await ours.uploadAddress('uploads/x', { size: 1, sha256, contentType: 'application/pdf' });
  const put = new PutObjectCommand({
    Bucket: at.Bucket,
    Key: 'uploads/x',
    ContentType: 'application/pdf',
    ContentLength: 1,
    ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
  });
  const headers = new Set(['content-type', 'content-length', 'x-amz-checksum-sha256']);
  const theirUpload = await getSignedUrl(theirs, put, {
    expiresIn: 900,
    signingDate: now,
    signableHeaders: new Set(['host', ...headers]),
    unhoistableHeaders: headers,
  });
  expect(new URL(upload.url).searchParams.get('X-Amz-SignedHeaders')).toBe(new URL(theirUpload).searchParams.get('X-Amz-SignedHeaders'));
});
