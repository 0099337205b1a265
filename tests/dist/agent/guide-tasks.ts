/** Tasks of which a guide or a skill tells. */
import { expect, vi } from 'vitest';
import { readCurl } from '../../../src/site/console/paste/read/read-curl.ts';
import { readForm } from '../../oauth/flow.ts';
import { requestOf } from './operation-page.ts';
import type { Person } from './person.ts';
import { codeBlock, codeBlocks, rowThatSays, section, told } from './read-markdown.ts';
import { curlsOf, exportsOf, runModule } from './run-code.ts';
import type { SiteReader } from './site-reader.ts';
import type { AgentTask } from './task.ts';

/** Reads a guide, by the list of all pages. */
async function readGuide(reader: SiteReader, title: string): Promise<{ guide: string; sandbox: string }> {
  await reader.open();
  const list = await reader.read({ rel: 'describedby' });
  const sandbox = told(list, /`(http:\/\/[^`]+)`/, 'where the sandbox listens');
  return { guide: await reader.read({ text: title }), sandbox };
}

const shown = (page: string, title: string): string => codeBlock(page, (block) => block.title === title).text;

interface Page {
  readonly data: { readonly id: string }[];
  readonly pagination: Record<string, unknown>;
}

export const everyRecord: AgentTask = {
  name: 'Read every record of a list',
  async perform(reader, person) {
    const { guide, sandbox } = await readGuide(reader, 'Pagination');
    const after = rowThatSays(guide, /^Cursor for/).Parameter ?? '';
    const size = rowThatSays(guide, /^Items to return/);
    const cursors = section(guide, 'Cursors');
    const next = told(codeBlock(cursors, ({ language }) => language === 'json').text, /"(\w*cursor\w*)"/, 'the cursor');
    const sample = requestOf(cursors, person.key, sandbox);
    const url = new URL(sample.url);
    url.search = '';
    url.searchParams.set(size.Parameter ?? '', told(size.Description ?? '', /max: (\d+)/, 'how large a page may be'));
    const ids: string[] = [];
    for (;;) {
      const response = await person.fetch(new Request(url, { headers: sample.headers }));
      expect(response.status).toBe(200);
      const { data, pagination } = (await response.json()) as Page;
      ids.push(...data.map(({ id }) => id));
      const cursor = pagination[next];
      if (typeof cursor !== 'string') break;
      url.searchParams.set(after, cursor);
    }
    const { pagination } = await person.see<{ pagination: { total: number } }>(`${url.pathname}?per_page=1`);
    expect(pagination.total).toBeGreaterThan(ids.length / 4);
    expect([ids.length, new Set(ids).size]).toEqual([pagination.total, pagination.total]);
  },
};

export const recoverFromLimit: AgentTask = {
  name: 'Recover from a 429',
  async perform(reader, person) {
    const { guide, sandbox } = await readGuide(reader, 'Rate limits');
    const wait = rowThatSays(guide, /^Seconds to wait/).Header ?? '';
    const code = told(section(guide, /^429/), /"code": "(\w+)"/, 'the code');
    const [line = '', ...headers] = codeBlock(
      guide,
      ({ language, text }) => language === 'http' && text.startsWith('GET'),
    )
      .text.trim()
      .split('\n');
    const [method = '', path = ''] = line.split(' ');
    const ask = () =>
      person.fetch(
        new Request(new URL(path, sandbox), {
          method,
          headers: headers.map((header) => header.split(': ', 2) as [string, string]),
        }),
      );
    let answer = await ask();
    for (let count = 0; answer.status === 200 && count < 5000; count += 1) answer = await ask();
    expect([answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([429, code]);
    const seconds = Number(answer.headers.get(wait) ?? NaN);
    person.clock.advance(seconds * 1000 - 1000);
    expect((await ask()).status).toBe(429);
    person.clock.advance(1000);
    expect((await ask()).status).toBe(200);
  },
};

export const signIn: AgentTask = {
  name: 'Sign a user in by OAuth',
  async perform(reader, person) {
    const { guide } = await readGuide(reader, 'Authentication');
    const ofSandbox = section(guide, 'In the sandbox');
    const issuer = told(ofSandbox, /issuer is[^`]*`([^`]+)`/, 'the issuer');
    const redirect = told(ofSandbox, /send users back to[^`]*`([^`]+)`/, 'the redirect URI');
    const client = rowThatSays(ofSandbox, /^Public/).Client ?? '';
    const discovery = new URL(told(guide, /describes itself at `([^`]+)`/, 'the metadata')).pathname;
    const metadata = (await (await person.fetch(new Request(issuer + discovery))).json()) as Record<string, string>;

    const { signInSecrets } = await runModule<{ signInSecrets: () => Secrets }>(shown(guide, 'sign-in-secrets.js'));
    const { signInAddress } = await runModule<{ signInAddress: (challenge: string, state: string) => string }>(
      shown(guide, 'sign-in-address.js'),
    );
    const { codeVerifier, codeChallenge, state } = signInSecrets();
    const address = new URL(metadata.authorization_endpoint ?? '');
    address.search = new URL(signInAddress(codeChallenge, state)).search;
    address.searchParams.set('client_id', client);
    address.searchParams.set('redirect_uri', redirect);
    const back = await consent(person, address, told(ofSandbox, /`(decision=approve)`/, 'how the form is sent'));
    expect([back.searchParams.get('state'), back.searchParams.get('iss')]).toEqual([state, issuer]);

    const exchange = requestOf(section(guide, /Exchange the code/), person.key, issuer);
    const form = new URLSearchParams(await exchange.text());
    const own = {
      client_id: client,
      redirect_uri: redirect,
      code: back.searchParams.get('code') ?? '',
      code_verifier: codeVerifier,
    };
    for (const [name, value] of Object.entries(own)) form.set(name, value);
    const answer = await person.fetch(
      new Request(metadata.token_endpoint ?? '', { method: exchange.method, headers: exchange.headers, body: form }),
    );
    expect(answer.status).toBe(200);
    const { access_token: token = '', scope } = (await answer.json()) as Record<string, string>;
    expect(scope?.split(' ').sort()).toEqual(address.searchParams.get('scope')?.split(' ').sort());
    const call = requestOf(section(guide, 'API keys'), token, issuer);
    expect((await person.fetch(call)).status).toBe(200);
  },
};

interface Secrets {
  readonly codeVerifier: string;
  readonly codeChallenge: string;
  readonly state: string;
}

/** What a user's browser does with a consent page. @returns where the user is sent back to */
async function consent(person: Person, address: URL, decision: string): Promise<URL> {
  const page = await person.fetch(new Request(address, { headers: { Accept: 'text/html' } }));
  const html = await page.text();
  const form = new URLSearchParams({ ...readForm(html), ...Object.fromEntries(new URLSearchParams(decision)) });
  const action = new URL(/<form[^>]*\baction="([^"]*)"/.exec(html)?.[1] ?? '', address);
  const answer = await person.fetch(new Request(action, { method: 'POST', body: form, redirect: 'manual' }));
  return new URL(answer.headers.get('Location') ?? '');
}

type Verify = (body: string, headers: Record<string, string | undefined>, secret: string, now: number) => boolean;

export const verifyWebhook: AgentTask = {
  name: 'Verify the signature of a webhook',
  async perform(reader, person) {
    await reader.open();
    await reader.read({ rel: 'api-catalog' });
    await reader.read({ path: /agent-skills\/index\.json$/ });
    const skill = await reader.read({ text: /Verify the signature/ });
    const first = await reader.read({ text: /first call/i });
    const variables = {
      PORT: '3000',
      ...exportsOf(
        codeBlocks(first)
          .map(({ text }) => text)
          .join('\n'),
      ),
    };

    const trial = codeBlock(skill, ({ text }) => text.includes('ORBINTO_WEBHOOK_SECRET=$(')).text;
    const made = (await (await sendCurl(person, trial, '/webhooks', variables)).json()) as Record<string, string>;
    const secret = made[told(trial, /\)\)?\.(\w+)'/, 'which field has the secret')] ?? '';
    await sendCurl(person, trial, '/events', variables);
    await vi.waitFor(() => expect(person.received).not.toEqual([]));

    const endpoint = shown(skill, 'endpoint.js');
    const name = told(endpoint, /import \{ (\w+) \} from '\.\/verify-webhook\.js'/, 'the function');
    const { [name]: verify } = await runModule<Record<string, Verify>>(shown(skill, 'verify-webhook.js'));
    const headersOf = [...endpoint.matchAll(/(\w+): request\.headers\['([^']+)'\]/g)];
    const now = person.clock.now() / 1000;
    const [delivery] = person.received;
    const sent = new Headers(delivery?.headers);
    const headers = Object.fromEntries(
      headersOf.map(([, key = '', header = '']) => [key, sent.get(header) ?? undefined]),
    );
    const body = delivery?.body ?? '';
    const verdicts = [
      verify?.(body, headers, secret, now),
      verify?.(body.replace('message', 'massage'), headers, secret, now),
      verify?.(body, { ...headers, id: 'msg_other' }, secret, now),
      verify?.(body, headers, secret, now + 3600),
    ];
    expect(verdicts).toEqual([true, false, false, false]);
  },
};

/** Sends what a script sends by curl to an address that ends so. */
async function sendCurl(
  person: Person,
  script: string,
  end: string,
  variables: Record<string, string | undefined>,
): Promise<Response> {
  const call = curlsOf(script).find((one) => one.includes(`${end}"`)) ?? '';
  const expanded = call.replaceAll(/\$\{(\w+)%([^}]*)\}/g, (_whole, name: string, cut: string) =>
    (variables[name] ?? '').replace(new RegExp(`${cut}$`), ''),
  );
  const { method, origin, target, headers, body } = readCurl(expanded, (name) => variables[name]);
  const content = body?.kind === 'text' ? { body: body.text } : {};
  const answer = await person.fetch(new Request(`${origin ?? ''}${target}`, { method, headers, ...content }));
  expect(answer.ok, call).toBe(true);
  return answer;
}
