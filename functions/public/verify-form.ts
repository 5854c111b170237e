import { html } from 'hono/html';
import { typedCode } from '../../shared/certificate.ts';
import { CertificateCode } from '../../shared/ids.ts';
import type { Language } from '../../shared/texts/words.ts';
import { framed, type Html, type Shown } from './frame.ts';
import { publicTexts } from './texts.ts';

/** The form in which anybody types a code; `typed` is what was sent and could not be read. Works without script. */
export function verifyForm(typed: string | undefined, shown: Shown): Html {
  const { language, asked } = shown;
  const t = publicTexts[language];
  const wrong = typed === undefined ? undefined : codeFault(typed, language);
  const main = html`<h1>${t.verify}</h1>
<form action="/xac-minh" method="get" class="card">${asked ? html`<input type="hidden" name="lang" value="${language}">` : ''}
<label for="ma">${t.codeLabel}</label><p class="hint" id="ma-hint">${t.codeHint} ${t.codeLetters}</p>
${wrong ? html`<p class="wrong" id="ma-wrong" role="alert"><strong>${t.codeWrong}:</strong> ${wrong}</p>` : ''}
<div class="line"><input id="ma" name="ma" required maxlength="60" autocomplete="off" autocapitalize="characters" spellcheck="false" value="${typed ?? ''}" aria-describedby="ma-hint${wrong ? ' ma-wrong' : ''}"${wrong ? html` aria-invalid="true"` : ''}>
<button type="submit">${t.check}</button></div></form>
<h2>${t.howTo}</h2><p>${t.howToText}</p>`;
  return framed({ path: '/xac-minh', title: t.verify, description: t.howToText }, shown, main);
}

/** Where a typed code leads, or undefined when it is none. */
export function addressOfCode(typed: string): string | undefined {
  // People also paste the whole address out of a QR reader.
  const last =
    typed
      .trim()
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? '';
  const code = CertificateCode.safeParse(typedCode(last));
  return code.success ? `/C/${code.data}` : undefined;
}

/** What is wrong with a typed code, so that it can be put right from the paper. */
function codeFault(typed: string, language: Language): string {
  const t = publicTexts[language];
  const code = typedCode(typed);
  if (code === '') return t.codeMissing;
  const foreign = [...new Set(code.match(/[^0-9A-HJKMNP-TV-Z]/gu))];
  return foreign.length > 0 ? t.codeSigns(foreign.slice(0, 8).join(' ')) : t.codeLength(Array.from(code).length);
}
