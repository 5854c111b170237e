import type { Words } from '../../shared/verification/verification-words.ts';

// The page with the forms (`/xac-minh`) works without this: it only spares sending the file, and shows the answer in place.

type Wording = { status: string; words: Words; way?: string };
// What was signed elsewhere may be large and is known by its hash; only less is sent.
const [mostRead, mostSent] = [50_000_000, 4_000_000];
const svg = 'http://www.w3.org/2000/svg';

const form = document.querySelector<HTMLFormElement>('#tep-form');
const input = document.querySelector<HTMLInputElement>('#tep');
const waiting = document.querySelector<HTMLElement>('#tep-waiting');
const place = document.querySelector<HTMLElement>('#tep-answer');

if (form && input && waiting && place) {
  const own = JSON.parse(place.dataset['answers'] ?? '{}') as {
    noNetwork: Words;
    busy: Words;
    tooLarge: Words;
    wayNames: Record<string, string>;
  };
  const language = document.documentElement.lang;
  let latest = 0;

  const check = async (file: File): Promise<void> => {
    const mine = ++latest;
    place.replaceChildren();
    waiting.textContent = waiting.dataset['text'] ?? '';
    const wording = await answerTo(file).catch((): Wording => ({ status: 'cannot-check', words: own.noNetwork }));
    // Another file was chosen meanwhile: its answer is the one that is waited for.
    if (mine !== latest) return;
    waiting.textContent = '';
    place.replaceChildren(shown(wording));
    place.focus();
  };

  const answerTo = async (file: File): Promise<Wording> => {
    if (file.size > mostRead) return { status: 'unreadable', words: own.tooLarge };
    const bytes = await file.arrayBuffer();
    // Browsers hash only on safe connections; without, the file is sent.
    const hash = crypto.subtle ? await crypto.subtle.digest('SHA-256', bytes) : undefined;
    const known = hash && (await ask(`by-hash/${[...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`));
    if (known && known.status !== 'unknown') return known;
    if (file.size > mostSent) return { status: 'unreadable', words: own.tooLarge };
    return ask('file', { method: 'POST', body: bytes, headers: { 'content-type': 'application/pdf' } });
  };

  const ask = async (path: string, init: RequestInit = {}): Promise<Wording> => {
    const answer = await fetch(`/api/public/certificates/${path}`, { ...init, headers: { ...init.headers, 'accept-language': language } });
    if (answer.ok) return (await answer.json()) as Wording;
    const { detail } = (await answer.json().catch(() => ({}))) as { detail?: string };
    return { status: 'cannot-check', words: { ...own.busy, texts: [own.busy.texts[0] ?? '', detail ?? own.busy.texts[1] ?? ''] } };
  };

  const shown = ({ status, words: { tone, title, texts, facts }, way }: Wording): DocumentFragment => {
    const box = element('div', '', `answer ${tone}`);
    const sign = document.createElementNS(svg, 'svg');
    sign.setAttribute('class', 'sign');
    sign.setAttribute('aria-hidden', 'true');
    sign.append(document.createElementNS(svg, 'use'));
    sign.firstElementChild?.setAttribute('href', `#sign-${tone}`);
    box.append(
      sign,
      element('h2', title),
      ...(facts[0] ? [element('p', facts[0][1], 'what')] : []),
      ...texts.map((text) => element('p', text)),
    );
    if (way) {
      const link = element('a', own.wayNames[status] ?? '', 'button') as HTMLAnchorElement;
      link.href = `${way}${location.search.includes('lang=') ? `?lang=${language}` : ''}`;
      const line = element('p', '');
      line.append(link);
      box.append(line);
    }
    const list = element('dl', '');
    for (const [name, value] of facts) {
      const row = element('div', '');
      row.append(element('dt', name), element('dd', value));
      list.append(row);
    }
    const all = document.createDocumentFragment();
    all.append(box, ...(facts.length > 0 ? [list] : []));
    return all;
  };

  const element = (name: string, text: string, className = ''): HTMLElement => {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  form.addEventListener('submit', (event) => {
    const [file] = input.files ?? [];
    if (!file) return;
    event.preventDefault();
    void check(file);
  });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) void check(file);
  });
  // Dropped anywhere: otherwise the browser would leave the page and open the file.
  for (const type of ['dragover', 'dragleave', 'drop'])
    addEventListener(type, (event) => {
      event.preventDefault();
      form.classList.toggle('over', type === 'dragover');
      const [file] = type === 'drop' ? ((event as DragEvent).dataTransfer?.files ?? []) : [];
      if (file) void check(file);
    });
}
