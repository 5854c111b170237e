import { typedCode } from '../certificates/certificate.ts';
import { CertificateCode } from '../ids.ts';

/** The code in what people type, paste or scan: alone, or as the end of the address in the QR code. Undefined when there is none. */
export function codeIn(text: string): CertificateCode | undefined {
  const last =
    text
      .trim()
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? '';
  const code = CertificateCode.safeParse(typedCode(last));
  return code.success ? code.data : undefined;
}
