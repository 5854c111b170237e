import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { openapiDocument } from '../../functions/api/openapi.ts';
import type { OpenApi } from '../../functions/reference/document.ts';
import { referenceRoutes } from '../../functions/reference/routes.ts';
import type { Outputs } from './outputs.ts';
import { names, type Stage } from './stages.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};
type File = { name: string; body: Uint8Array | string; type: string; keep: string };
const asked = 'no-cache';

/** The files of the app as they lie in its bucket: the build, where to sign in, and the reference of the API. What others refer to comes first. */
export async function webFiles(folder: string, config: object): Promise<File[]> {
  const built = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    // CloudFront compresses by itself.
    .filter((name) => types[extname(name)] !== undefined)
    .map((name): File => {
      const keep = name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : asked;
      return { name, body: readFileSync(`${folder}/${name}`), type: types[extname(name)] as string, keep };
    });
  const reference = referenceRoutes(async () => (await openapiDocument()) as OpenApi);
  const answer = async (path: string, language: string) =>
    (await reference.request(path, { headers: { 'accept-language': language } })).text();
  const page = (name: string, body: string): File => ({ name, body, type: types[extname(name)] as string, keep: 'public, max-age=3600' });
  const made = [
    page('tai-lieu.vi.html', await answer('/tai-lieu', 'vi')),
    page('tai-lieu.en.html', await answer('/tai-lieu', 'en')),
    page('tai-lieu.css', await answer('/tai-lieu.css', 'vi')),
    page('openapi.json', await answer('/openapi.json', 'vi')),
    { name: 'config.json', body: JSON.stringify(config), type: 'application/json', keep: asked },
  ];
  const last = (file: File) => (file.name === 'index.html' || file.name === 'sw.js' ? 1 : 0);
  return [...built, ...made].sort((a, b) => last(a) - last(b));
}

/** Where the app signs in and out. Cognito's address for signing out is its own, and goes back to the address that the client names. */
export function signInOf(stage: Stage, { userPool, client }: Pick<Outputs, 'userPool' | 'client'>) {
  const back = new URLSearchParams({ client_id: client, logout_uri: `https://${stage.domain}/` });
  return {
    issuer: `https://cognito-idp.${stage.region}.amazonaws.com/${userPool}`,
    clientId: client,
    scope: 'openid profile',
    signOut: `${names(stage).signIn}/logout?${back.toString()}`,
  };
}

/** Brings the app to its bucket. Old assets stay: somebody may still have the page that asks for them. */
export async function uploadWeb(client: S3Client, stage: Stage, outputs: Outputs): Promise<number> {
  const files = await webFiles('.build/web', signInOf(stage, outputs));
  for (const { name, body, type, keep } of files)
    await client.send(new PutObjectCommand({ Bucket: outputs.webBucket, Key: name, Body: body, ContentType: type, CacheControl: keep }));
  return files.length;
}
