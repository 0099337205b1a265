/**
 * The script of `/oauth/authorize/`: asks the sandbox in this browser what a server would be asked, shows the page
 * that it answers, and gives it the user's decision.
 */
import { pageSandbox } from '../../environments.ts';

const endpoint = new URL('/oauth/authorize', location.origin);
const headers = { Accept: 'text/html' };
const main = document.querySelector('main');

async function ask(init: RequestInit = {}): Promise<void> {
  try {
    const sandbox = await pageSandbox.load();
    const url = init.method === 'POST' ? endpoint.href : `${endpoint.href}${location.search}`;
    await show(await sandbox.fetch(new Request(url, { headers, ...init })));
  } catch (error) {
    console.warn(error);
    const hint = globalThis.isSecureContext
      ? 'Reload this page to try again.'
      : 'Browsers run it on https addresses and on localhost only.';
    say('The sandbox cannot be opened', hint);
  }
}

/** Follows a redirect, or shows a page in place of what stands here. */
async function show(answer: Response): Promise<void> {
  const target = answer.headers.get('Location');
  if (target !== null) return location.replace(target);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  document.title = page.title;
  main?.replaceChildren(...(page.querySelector('main')?.childNodes ?? []));
  main?.querySelector('form')?.addEventListener('submit', decide);
  focusTitle();
}

function decide(event: SubmitEvent): void {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  const fields = [...new FormData(form, event.submitter)].map(([name, value]) => [name, String(value)]);
  form.removeEventListener('submit', decide);
  form.addEventListener('submit', (again) => again.preventDefault());
  for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true');
  void ask({ method: 'POST', body: new URLSearchParams(fields) });
}

function say(title: string, text: string): void {
  const heading = document.createElement('h1');
  heading.textContent = title;
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  main?.replaceChildren(heading, paragraph);
  focusTitle();
}

/** So that a screen reader begins where the page has changed. */
function focusTitle(): void {
  const title = main?.querySelector('h1');
  title?.setAttribute('tabindex', '-1');
  title?.focus();
}

// The site's headers forbid framing too; this holds where a host does not send them.
if (globalThis.top === globalThis.self) void ask();
else say('Not in a frame', 'This page asks for your consent, so it must be a page of its own.');
