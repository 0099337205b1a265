import type { Token } from './console/tokens.ts';

/** The landing page's Run button: sends the quick start's request to the in-page sandbox and shows the answer. */

const panel = document.querySelector<HTMLElement>('[data-quick-start]');
const button = panel?.querySelector<HTMLButtonElement>('[data-run]');

if (panel && button) {
  // The console's code and the sandbox are fetched when a reader shows the intent to run.
  const prepare = () => void import('./console/environments.ts').then(({ loadSandbox }) => loadSandbox());
  button.addEventListener('pointerenter', prepare, { once: true });
  button.addEventListener('focus', prepare, { once: true });
  button.addEventListener('click', () => void run(panel, button));
}

async function run(panel: HTMLElement, button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  say(panel, 'Sending…');
  try {
    const [{ environments, loadSandbox, send }, { tokenize }] = await Promise.all([
      import('./console/environments.ts'),
      import('./console/tokens.ts'),
    ]);
    await loadSandbox();
    const headers = { Authorization: `Bearer ${environments.sandbox.defaultKey}` };
    const started = performance.now();
    const response = await send(new Request(panel.dataset['url'] ?? '', { headers }), 'sandbox');
    const body = await response.text();
    const milliseconds = Math.max(1, Math.round(performance.now() - started));
    say(panel, `${response.status} ${response.statusText || 'OK'} in ${milliseconds} ms`, response.status);
    show(panel, tokenize(JSON.stringify(JSON.parse(body), null, 2), 'json'));
  } catch (error) {
    say(panel, `No answer: ${error instanceof Error ? error.message : String(error)}`, 0);
  } finally {
    button.disabled = false;
  }
}

function say(panel: HTMLElement, text: string, status?: number): void {
  const line = panel.querySelector<HTMLElement>('[data-status-line]');
  if (!line) return;
  line.textContent = text;
  if (status !== undefined) line.dataset['status'] = String(status);
}

/** The build's colours for the kinds of token that JSON has. */
const colours: Partial<Record<Token['kind'], string>> = {
  keyword: 'keyword',
  string: 'string-expression',
  constant: 'constant',
  punctuation: 'punctuation',
};

/** The text goes in as text nodes: whatever a record holds stays inert. */
function show(panel: HTMLElement, tokens: Token[]): void {
  const code = panel.querySelector('[data-answer] code');
  if (!code) return;
  code.replaceChildren(
    ...tokens.map(({ kind, text }) => {
      const colour = colours[kind];
      if (!colour) return text;
      const span = document.createElement('span');
      span.style.color = `var(--shiki-token-${colour})`;
      span.textContent = text;
      return span;
    }),
  );
  panel.querySelector('[data-answer]')?.scrollTo(0, 0);
}
