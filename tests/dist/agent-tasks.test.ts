/**
 * What a program gets done that knows the address of the site alone, and for how much reading. It follows what it was told of, reads what
 * is made for programs, and does the thing in the sandbox by what it has read: a document that lies, or leaves something out, fails here.
 */
import { Hono } from 'hono';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { dist } from '../../scripts/paths.ts';
import { siteApp } from '../../scripts/site-app.ts';
import { AGENT_BUDGET, MEASURED_PARTS } from '../../src/site/quality/quality-report.ts';
import { tellMeasured } from '../measured.ts';
import * as ofCalls from './agent/call-tasks.ts';
import * as ofGuides from './agent/guide-tasks.ts';
import { Person } from './agent/person.ts';
import { SiteReader } from './agent/site-reader.ts';

const app = siteApp(dist);
const tasks = [...Object.values(ofCalls), ...Object.values(ofGuides)];
const done: { task: string; requests: number; bytes: number }[] = [];

describe('a program that knows the address of the site alone', () => {
  test.each(tasks)('$name, within the budget', async ({ name, perform }) => {
    const [reader, person] = [new SiteReader(app), new Person()];
    await perform(reader, person);
    await person.close();
    const { requests, bytes } = reader;
    done.push({ task: name, requests, bytes });
    expect(requests).toBeLessThanOrEqual(AGENT_BUDGET.requests);
    expect(bytes).toBeLessThanOrEqual(AGENT_BUDGET.bytes);
  });

  test('does ten tasks', () => {
    expect(tasks).toHaveLength(10);
  });
});

/** The site, but for one document, which says something else than the true one. @param told is called when it has done so */
function lyingSite(path: string, truth: string | RegExp, lie: string, told: () => void): Hono {
  return new Hono().all('*', async ({ req }) => {
    const response = await app.request(req.raw);
    if (new URL(req.url).pathname !== path) return response;
    const text = await response.text();
    const changed = text.replace(truth, lie);
    if (changed !== text) told();
    return new Response(changed, response);
  });
}

describe('what a document says wrong', () => {
  test.each([
    {
      task: ofCalls.createContact,
      path: '/reference/contacts/create-contact.md',
      truth: '- Request: `POST /contacts`',
      lie: '- Request: `POST /contact`',
    },
    { task: ofCalls.createContact, path: '/reference/contacts/create-contact.md', truth: '· **required** ·', lie: '·' },
    {
      task: ofCalls.findScope,
      path: '/reference/conversations/close-conversation.md',
      truth: 'scope [`conversations:write`',
      lie: 'scope [`conversations:read`',
    },
    { task: ofCalls.subscribeToEvents, path: '/reference/events.md', truth: /^.*conversation\.rated.*$/m, lie: '' },
    {
      task: ofCalls.largestBody,
      path: '/reference/contacts/create-contact.md',
      truth: 'over 1 MiB',
      lie: 'over 2 MiB',
    },
    {
      task: ofCalls.mendError,
      path: '/errors.json',
      truth: 'Send `Content-Type: application/json`',
      lie: 'Send `Content-Type: text/json`',
    },
    {
      task: ofCalls.changesSince,
      path: '/changelog/changes.json',
      truth: /`unsupported_content_encoding`/g,
      lie: '`unsupported_media_type`',
    },
    { task: ofGuides.everyRecord, path: '/guides/pagination.md', truth: '| `after` |', lie: '| `before` |' },
    {
      task: ofGuides.recoverFromLimit,
      path: '/guides/rate-limits.md',
      truth: '| `Retry-After` |',
      lie: '| `X-RateLimit-Remaining` |',
    },
    { task: ofGuides.signIn, path: '/guides/authentication.md', truth: '/oauth/callback/`', lie: '/oauth/return/`' },
    {
      task: ofGuides.verifyWebhook,
      path: '/.well-known/agent-skills/orbinto-verify-webhook/SKILL.md',
      truth: '`${id}.${timestamp}.`',
      lie: '`${timestamp}.${id}.`',
    },
  ])('$task.name fails where $path lies: $lie', async ({ task: { perform }, path, truth, lie }) => {
    const [person, told] = [new Person(), vi.fn()];
    await expect(perform(new SiteReader(lyingSite(path, truth, lie, told)), person)).rejects.toThrow();
    expect(told).toHaveBeenCalledOnce();
    await person.close();
  });
});

test('what nobody has told of is not read', async () => {
  const reader = new SiteReader(app);
  await expect(reader.read({ path: '/llms.txt' })).rejects.toThrow('Nothing that was read leads on to path /llms.txt.');
  await reader.open();
  expect(await reader.read({ path: '/llms.txt' })).toContain('# Orbinto Developers');
  expect(reader.requests).toBe(2);
});

afterAll(() => {
  if (done.length === tasks.length) tellMeasured(MEASURED_PARTS.agents, { tasks: done });
});
