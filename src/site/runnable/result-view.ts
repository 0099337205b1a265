import type { Environment } from '../session/environments.ts';
import type { ApiResponse, Outcome } from '../session/request/send-request.ts';
import { formatSize, formatTime } from '../ui/response/measures.ts';
import { reasonOf, toneOf } from '../ui/response/status.ts';
import { showJson } from '../ui/show-json.ts';
import type { RunnableRequest } from './runnable-request.ts';

/**
 * What came of a block's request, below its code. It takes its room when the reader presses Run, before the answer is
 * there, and keeps it.
 */
export class ResultView {
  readonly #region: HTMLElement;
  readonly #line: HTMLElement;
  readonly #more: HTMLElement;
  readonly #body: HTMLElement;
  readonly #headers: HTMLElement;

  constructor(block: HTMLElement, { operation, status }: RunnableRequest) {
    this.#line = element('p', { className: 'ob-result-line', role: 'status' });
    this.#more = element('p', { className: 'ob-result-more' });
    this.#body = element('pre', { tabIndex: 0, ariaLabel: 'Response body' });
    this.#headers = element('details', { className: 'ob-result-headers' });
    this.#headers.append(element('summary', { textContent: 'Headers' }));
    // A page may show several, and a list of its regions tells them apart.
    const others = document.querySelectorAll('.ob-result').length;
    const ariaLabel = others === 0 ? 'Response' : `Response ${others + 1}`;
    this.#region = element('section', { className: 'ob-result', role: 'region', ariaLabel });
    this.#region.append(this.#line, this.#body, this.#headers, this.#more);
    // A documented answer without a body needs no room for one.
    this.#body.hidden = status === 204;
    if (operation !== undefined) {
      this.#more.append(element('a', { href: operation, textContent: 'Open in the console' }));
    }
    block.append(this.#region);
  }

  sending(): void {
    this.#tell('Sending…');
  }

  /** @param environment where the request went */
  show(outcome: Outcome, { name, id }: Environment): void {
    if (outcome.kind === 'failure') {
      const { title, explanation, command } = outcome.failure;
      this.#tell(`${title}. ${explanation}`, 'error');
      this.#showText(command ?? '');
      this.#showNoHeaders();
      this.#region.dataset['status'] = 'failure';
      return;
    }
    const { status, milliseconds, size } = outcome;
    const words = [`${status} ${reasonOf(status)}`.trim(), formatTime(milliseconds), formatSize(size), name];
    this.#tell(words.join(' · '), toneOf(status));
    this.#region.dataset['status'] = String(status);
    this.#region.dataset['environment'] = id;
    this.#showBody(outcome);
    this.#showHeaders(outcome);
  }

  /** @param useSandbox offered as the other way to run it */
  refuse(reason: string, useSandbox?: () => void): void {
    this.#tell(reason, 'warn');
    this.#showText('');
    this.#showNoHeaders();
    if (!useSandbox) return;
    const button = element('button', {
      type: 'button',
      className: 'ob-result-offer',
      textContent: 'Run it in the sandbox',
    });
    button.addEventListener('click', useSandbox);
    this.#line.append(' ', button);
  }

  #tell(words: string, tone = ''): void {
    delete this.#region.dataset['status'];
    this.#line.dataset['tone'] = tone;
    this.#line.replaceChildren(words);
  }

  #showBody({ size, text, mediaType }: ApiResponse): void {
    if (size === 0) this.#showText('The answer has no body.');
    else if (text === undefined) this.#showText(`${formatSize(size)} of ${mediaType || 'unknown data'}, not text.`);
    else showJson(this.#body, text);
    this.#body.hidden &&= size === 0;
    this.#body.scrollTo(0, 0);
  }

  #showHeaders({ headers }: ApiResponse): void {
    const lines = headers.map(([name, value]) => `${name}: ${value}`).join('\n');
    const text = element('pre', { tabIndex: 0, ariaLabel: 'Response headers', textContent: lines });
    this.#headers.replaceChildren(element('summary', { textContent: `${headers.length} headers` }), text);
  }

  #showNoHeaders(): void {
    this.#headers.replaceChildren(element('summary', { textContent: 'No headers' }));
  }

  #showText(text: string): void {
    this.#body.replaceChildren(text);
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}
