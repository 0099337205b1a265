/** What the quick start's Run button loads. */
import { environments, pageSandbox } from '../../session/environments.ts';
import { sendRequest } from '../../session/request/send-request.ts';
import type { ApiResponse } from '../../session/request/send-request.ts';
import { formatTime } from '../../ui/response/measures.ts';
import { reasonOf } from '../../ui/response/status.ts';
import { showJson } from '../../ui/show-json.ts';
import { showDelivery } from './show-delivery.ts';
import type { Say } from './show-delivery.ts';

const { sandbox } = environments;

export function prepare(): void {
  pageSandbox.preload();
}

/** Sends the request of the quick start to the in-page sandbox, whatever the reader has chosen elsewhere. */
export async function runQuickStart(panel: HTMLElement, say: Say): Promise<void> {
  await pageSandbox.load();
  const url = panel.dataset['url'] ?? '';
  const response = await ask('GET', url, say);
  if (!response) return;
  const code = panel.querySelector('[data-answer] code');
  if (code) showJson(code, response.text ?? '');
  panel.querySelector('[data-answer]')?.scrollTo(0, 0);
  if (response.status === 200) offerNext(panel, url, JSON.parse(response.text ?? '') as List, say);
}

interface List {
  readonly data: readonly { readonly id: string; readonly status: string }[];
  readonly pagination: { readonly total: number };
}

/** The records are the reader's own: the next press changes one, and shows the webhook that tells of it. */
function offerNext(panel: HTMLElement, url: string, { data, pagination }: List, say: Say): void {
  const next = panel.querySelector<HTMLElement>('[data-next]');
  const open = data.find(({ status }) => status === 'open');
  if (!next || !open) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = `Close ${open.id}, one of your ${pagination.total}, and see its webhook`;
  button.addEventListener('click', () => {
    button.disabled = true;
    void closeConversation(panel, `${url}/${open.id}/close`, say);
  });
  next.replaceChildren(button);
}

async function closeConversation(panel: HTMLElement, url: string, say: Say): Promise<void> {
  const response = await ask('POST', url, say);
  const code = panel.querySelector('[data-answer] code');
  if (!response || !code) return;
  if (response.status !== 200) return showJson(code, response.text ?? '');
  await showDelivery(code, { request: `POST ${new URL(url).pathname}`, id: url.split('/').at(-2) ?? '', say });
  panel.querySelector('[data-answer]')?.scrollTo(0, 0);
  const link = document.createElement('a');
  link.href = '/guides/sandbox/#control-it';
  link.textContent = 'Make it fail, move the clock, watch the retries';
  panel.querySelector('[data-next]')?.replaceChildren(link);
}

async function ask(method: string, url: string, say: Say): Promise<ApiResponse | undefined> {
  const headers: [string, string][] = [['Authorization', `Bearer ${sandbox.defaultKey}`]];
  const outcome = await sendRequest({ method, url, headers }, sandbox, new AbortController().signal);
  if (outcome.kind === 'failure') {
    say(`${outcome.failure.title}. ${outcome.failure.explanation}`, 0);
    return undefined;
  }
  say(`${outcome.status} ${reasonOf(outcome.status)} in ${formatTime(outcome.milliseconds)}`, outcome.status);
  return outcome;
}
