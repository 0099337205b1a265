/** What the quick start's Run button loads. */
import { environments, pageSandbox } from '../../session/environments.ts';
import { sendRequest } from '../../session/request/send-request.ts';
import { formatTime } from '../../ui/response/measures.ts';
import { reasonOf } from '../../ui/response/status.ts';
import { showJson } from '../../ui/show-json.ts';

export function prepare(): void {
  pageSandbox.preload();
}

/**
 * Sends the request of the quick start to the in-page sandbox, whatever the reader has chosen elsewhere.
 * @param say tells the reader what happens, with the status once there is one
 */
export async function runQuickStart(panel: HTMLElement, say: (text: string, status?: number) => void): Promise<void> {
  const { sandbox } = environments;
  await pageSandbox.load();
  const request = {
    method: 'GET',
    url: panel.dataset['url'] ?? '',
    headers: [['Authorization', `Bearer ${sandbox.defaultKey}`]] as [string, string][],
  };
  const outcome = await sendRequest(request, sandbox, new AbortController().signal);
  if (outcome.kind === 'failure') return say(`${outcome.failure.title}. ${outcome.failure.explanation}`, 0);
  const { status, milliseconds, text } = outcome;
  say(`${status} ${reasonOf(status)} in ${formatTime(milliseconds)}`, status);
  const code = panel.querySelector('[data-answer] code');
  if (code) showJson(code, text ?? '');
  panel.querySelector('[data-answer]')?.scrollTo(0, 0);
}
