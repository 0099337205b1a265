import type { Page, Request } from '@playwright/test';

/** Where a secret was found, and in what. */
export type Leak = string;

/** Notes all that a page tells others from now on, to look for secrets in it later. */
export class SecretScan {
  readonly #page: Page;
  readonly #said: [place: string, text: string][] = [];

  private constructor(page: Page) {
    this.#page = page;
    page.context().on('console', (message) => this.#said.push(['console', message.text()]));
    page.context().on('weberror', (error) => this.#said.push(['error', String(error.error().stack)]));
    page.context().on('request', (request) => this.#note(request));
    page.on('framenavigated', (frame) => this.#said.push(['address', frame.url()]));
  }

  /** Call it before the page is opened: it also listens to what documents tell one another. */
  static async of(page: Page): Promise<SecretScan> {
    const scan = new SecretScan(page);
    await page.context().exposeFunction('noteMessage', (text: string) => scan.add('message', text));
    await page.context().addInitScript(() => {
      const { noteMessage } = globalThis as unknown as { noteMessage(text: string): void };
      const send = Object.getOwnPropertyDescriptor(BroadcastChannel.prototype, 'postMessage')?.value as (
        data: unknown,
      ) => void;
      BroadcastChannel.prototype.postMessage = function (data: unknown) {
        noteMessage(JSON.stringify(data));
        send.call(this, data);
      };
    });
    return scan;
  }

  /** A secret belongs into the Authorization header of the API and the bodies of the token endpoints, and nowhere else. */
  #note(request: Request): void {
    const { authorization: _own, ...headers } = request.headers();
    this.#said.push(['request', request.url()], ['request header', JSON.stringify(headers)]);
    if (!/\/oauth\/(?:token|revoke)$/.test(request.url())) this.#said.push(['request body', request.postData() ?? '']);
  }

  /** Adds a text that left the page another way: what was copied, what was downloaded. */
  add(place: string, text: string): void {
    this.#said.push([place, text]);
  }

  /**
   * Every place in which one of the secrets stands.
   * @param allowed Names of entries of sessionStorage that may hold them.
   */
  async leaks(secrets: readonly string[], allowed: readonly string[] = []): Promise<Leak[]> {
    const places = [...this.#said, ...(await this.#storages(allowed)), ...(await this.#document())];
    return secrets.flatMap((secret) =>
      places.filter(([, text]) => text.includes(secret)).map(([place, text]) => `${place}: ${text.slice(0, 200)}`),
    );
  }

  async #storages(allowed: readonly string[]): Promise<[string, string][]> {
    const state = await this.#page.context().storageState({ indexedDB: true });
    const inPage = await this.#page.evaluate(async (names) => {
      const cached: string[] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys())
          cached.push(request.url, (await (await cache.match(request))?.text()) ?? '');
      }
      const session = Object.entries({ ...sessionStorage }).filter(([name]) => !names.includes(name));
      return {
        'Cache Storage': cached.join('\n'),
        sessionStorage: JSON.stringify(session),
        localStorage: JSON.stringify({ ...localStorage }),
        cookies: document.cookie,
        'history.state': JSON.stringify(history.state ?? null),
        'window.name': window.name,
        referrer: document.referrer,
        'loaded files': performance
          .getEntries()
          .map(({ name }) => name)
          .join('\n'),
        // The field of the key holds the key; that is what it is for.
        fields: [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')]
          .filter(({ labels }) => ![...(labels ?? [])].some(({ textContent }) => textContent.includes('API key')))
          .map(({ value }) => value)
          .join('\n'),
      };
    }, allowed);
    return [['cookies, localStorage, IndexedDB', JSON.stringify(state)], ...Object.entries(inPage)];
  }

  async #document(): Promise<[string, string][]> {
    return [
      ['address', this.#page.url()],
      ['document', await this.#page.content()],
      ['text', await this.#page.locator('body').innerText()],
    ];
  }
}
