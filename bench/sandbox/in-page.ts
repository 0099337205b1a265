// Runs in the page: times the requests and leaves the times in a global.
import { openSandbox } from '../../src/sandbox/browser.ts';

const COUNT = 300;
const WARM_UP = 30;
/** So many requests, then a second's rest: the plan's limits are kept here as everywhere. */
const BURST = 150;

/** By request: milliseconds of each call. */
export type Timings = Readonly<Record<string, { readonly isWrite: boolean; readonly times: readonly number[] }>>;

const sandbox = openSandbox();
await sandbox.reset();

const headers = { Authorization: 'Bearer sk_test_enterprise', 'Content-Type': 'application/json' };
const call = (method: string, path: string, body?: object) =>
  new Request(`https://api.orbinto.com/v1${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });

const requests: Readonly<Record<string, (index: number) => Request>> = {
  'get a contact': () => call('GET', '/contacts/con_abc123'),
  'list contacts': () => call('GET', '/contacts'),
  'list conversations': () => call('GET', '/conversations?status=open'),
  'create a contact': (index) => call('POST', '/contacts', { email: `bench${index}@example.com`, name: 'Jane Doe' }),
  'update a contact': (index) => call('PATCH', '/contacts/con_abc123', { name: `Jane ${index}` }),
};

async function time(make: (index: number) => Request): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < COUNT + WARM_UP; index += 1) {
    if (index % BURST === 0) await new Promise((resolve) => setTimeout(resolve, 1100));
    const request = make(index);
    const began = performance.now();
    const response = await sandbox.fetch(request);
    await response.text();
    if (index >= WARM_UP) times.push(performance.now() - began);
    if (!response.ok) throw new Error(`${request.method} ${request.url}: ${response.status}`);
  }
  return times;
}

const timings: Record<string, Timings[string]> = {};
for (const [name, make] of Object.entries(requests)) {
  timings[name] = { isWrite: make(0).method !== 'GET', times: await time(make) };
}
Object.assign(globalThis, { timings });
