/** The caches of a browser, in memory, as far as the worker uses them. */
export class FakeCaches {
  readonly all = new Map<string, Map<string, Response>>();
  /** How many responses there is room for. */
  room = Infinity;

  open(name: string) {
    const entries = this.all.get(name) ?? new Map<string, Response>();
    this.all.set(name, entries);
    const urlOf = (request: Request | string) =>
      new URL(typeof request === 'string' ? request : request.url, ORIGIN).href;
    return Promise.resolve({
      keys: () => Promise.resolve([...entries.keys()].map((url) => new Request(url))),
      match: (request: Request | string) => Promise.resolve(entries.get(urlOf(request))?.clone()),
      delete: (request: Request | string) => Promise.resolve(entries.delete(urlOf(request))),
      put: (request: Request | string, response: Response) => {
        if (this.count() >= this.room) return Promise.reject(new DOMException('No room', 'QuotaExceededError'));
        entries.set(urlOf(request), response);
        return Promise.resolve();
      },
    });
  }

  keys() {
    return Promise.resolve([...this.all.keys()]);
  }

  delete(name: string) {
    return Promise.resolve(this.all.delete(name));
  }

  count(): number {
    return [...this.all.values()].reduce((total, { size }) => total + size, 0);
  }

  /** Paths and queries of a cache, sorted. */
  paths(name: string): string[] {
    return [...(this.all.get(name)?.keys() ?? [])].map((url) => url.slice(ORIGIN.length)).sort();
  }
}

export const ORIGIN = 'https://site.example';
