/** The library for Node in a browser: bundled, on a page of one origin, calling the API at another. */
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { findChromium } from '../../scripts/browsers/find.ts';
import { root } from '../../scripts/paths.ts';
import { startMock } from '../../src/sandbox/node/mock.ts';
import { needsProgram } from '../programs.ts';

const program = `
import { NotFoundError, OAuth, Orbinto } from './orbinto.ts';
import { events } from './testing.ts';
import { unwrap } from './webhooks.ts';

globalThis.run = async (baseUrl, secret) => {
  const orbinto = new Orbinto({ apiKey: 'sk_test_inabrowser1', baseUrl });
  const { data, response } = await orbinto.contacts.get('con_abc123').withResponse();
  const items = await orbinto.conversations.list().take(120);
  const created = await orbinto.contacts.findOrCreate({ email: 'new.person@example.com' });
  const missing = await orbinto.contacts.get('con_unknown').catch((error) => error);
  const { body, headers } = await events.build('message.created', { secret });
  const { url } = await new OAuth({ clientId: 'client_test', baseUrl }).authorizeUrl({ redirectUri: location.href, scopes: [] });
  return {
    name: data.name, limit: response.rateLimit?.limit, items: items.length, email: created.email,
    missing: [missing instanceof NotFoundError, missing.code, typeof missing.requestId],
    event: (await unwrap(body, headers, secret)).event, challenge: new URL(url).searchParams.get('code_challenge')?.length,
  };
};`;

describe('in Chromium', () => {
  const executablePath = findChromium();
  needsProgram('Chromium', executablePath !== undefined);

  test('calls, lists, errors, webhooks and OAuth work', async () => {
    const bundled = await build({
      stdin: { contents: program, resolveDir: join(root, 'sdks/node/src') },
      ...{ bundle: true, write: false, format: 'iife', platform: 'browser' },
    });
    const mock = await startMock({ port: 0, rateLimits: false });
    const args = ['--disable-gpu', '--no-sandbox'];
    const browser = await chromium.launch({ args, ...(executablePath !== undefined && { executablePath }) });
    try {
      const page = await browser.newPage();
      await page.goto(mock.url.replace('127.0.0.1', 'localhost'));
      await page.addScriptTag({ content: bundled.outputFiles[0]?.text ?? '' });
      const secret = 'whsec_AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=';
      const told: unknown = await page.evaluate(`run(${JSON.stringify(`${mock.url}/v1`)}, ${JSON.stringify(secret)})`);
      expect(told).toEqual({
        name: 'Amara Okafor',
        limit: 1000,
        items: 120,
        email: 'new.person@example.com',
        missing: [true, 'not_found', 'string'],
        event: 'message.created',
        challenge: 43,
      });
    } finally {
      await browser.close();
      await mock.close();
    }
  });
});
