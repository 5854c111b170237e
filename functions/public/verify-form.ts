import { html } from 'hono/html';
import { typedCode } from '../../shared/certificates/certificate.ts';
import type { Language } from '../../shared/texts/words.ts';
import { wordsOf } from '../../shared/verification/verification-words.ts';
import { framed, type Html, inLanguage, type Shown } from './frame.ts';
import { signsPart } from './page.ts';
import { publicTexts } from './public-texts.ts';

/** The script that compares a file before it is sent. Without it the form sends the file. */
export const dropScript = '/verify-file.js';

/** The forms in which anybody types a code or gives a file; `typed` is what was sent and could not be read. Works without script. */
export function verifyForm(typed: string | undefined, shown: Shown): Html {
  const { language, asked } = shown;
  const t = publicTexts[language];
  const wrong = typed === undefined ? undefined : codeFault(typed, language);
  const sameLanguage = asked ? html`<input type="hidden" name="lang" value="${language}">` : '';
  const main = html`<h1>${t.verify}</h1>
<form action="/xac-minh" method="get" class="card">${sameLanguage}
<label for="ma">${t.codeLabel}</label><p class="hint" id="ma-hint">${t.codeHint} ${t.codeLetters}</p>
${wrong ? html`<p class="wrong" id="ma-wrong" role="alert"><strong>${t.codeWrong}:</strong> ${wrong}</p>` : ''}
<div class="line"><input id="ma" name="ma" required maxlength="60" autocomplete="off" autocapitalize="characters" spellcheck="false" value="${typed ?? ''}" aria-describedby="ma-hint${wrong ? ' ma-wrong' : ''}"${wrong ? html` aria-invalid="true"` : ''}>
<button type="submit">${t.check}</button></div></form>
<form action="${inLanguage('/xac-minh/tep', shown)}" method="post" enctype="multipart/form-data" class="card" id="tep-form">
<h2>${t.file}</h2><label for="tep">${t.fileLabel}</label><p class="hint" id="tep-hint">${t.fileHint}</p>
<div class="line"><input id="tep" name="tep" type="file" accept="application/pdf,.pdf" required aria-describedby="tep-hint"><button type="submit">${t.fileCheck}</button></div>
<p id="tep-waiting" role="status" data-text="${t.fileChecking}"></p></form>
<div id="tep-answer" tabindex="-1" data-answers="${JSON.stringify(ownAnswers(language))}"></div>${signsPart()}
<h2>${t.howTo}</h2><p>${t.howToText}</p><p>${t.howToDraft}</p>
<p class="ways"><a href="/kiem-tra">${t.offline}</a><a href="${inLanguage('/tuyen-duong', shown)}">${t.streets}</a></p>`;
  return framed({ path: '/xac-minh', title: t.verify, description: t.howToText, script: dropScript }, shown, main);
}

/** What the script has to say when it cannot ask the server. */
const ownAnswers = (language: Language) => ({
  noNetwork: wordsOf({ status: 'cannot-check', why: 'no-network' }, language),
  busy: wordsOf({ status: 'cannot-check', why: 'busy' }, language),
  tooLarge: wordsOf({ status: 'unreadable', why: 'too-large' }, language),
  wayNames: { superseded: publicTexts[language].seeCurrent, changed: publicTexts[language].seeIssued },
});

/** What is wrong with a typed code, so that it can be put right from the paper. */
function codeFault(typed: string, language: Language): string {
  const t = publicTexts[language];
  const code = typedCode(typed);
  if (code === '') return t.codeMissing;
  const foreign = [...new Set(code.match(/[^0-9A-HJKMNP-TV-Z]/gu))];
  return foreign.length > 0 ? t.codeSigns(foreign.slice(0, 8).join(' ')) : t.codeLength(Array.from(code).length);
}
