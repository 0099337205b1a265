import type { BrowserSandbox } from '../../src/sandbox/browser.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { expect, test } from './fixtures.ts';
import { control, load, openTab, send } from './sandbox-tab.ts';
import type { Answer } from './sandbox-tab.ts';

declare const sandbox: BrowserSandbox;

test('what one tab writes the next request of another tab sees', async ({ context }) => {
  const [first, second] = [await openTab(context), await openTab(context)];
  const created = await send(first, 'POST', '/contacts', { email: 'jane@example.com', name: 'Jane Doe' });
  expect(created.status).toBe(201);
  expect((await send(second, 'GET', `/contacts/${created.body.id}`)).body.name).toBe('Jane Doe');
  expect((await send(second, 'POST', '/contacts', { email: 'JANE@example.com' })).body.error?.code).toBe('email_taken');

  await send(second, 'PATCH', `/contacts/${created.body.id}`, { name: 'Jane Roe' });
  expect((await send(first, 'GET', `/contacts/${created.body.id}`)).body.name).toBe('Jane Roe');

  await send(first, 'DELETE', `/contacts/${created.body.id}`);
  expect((await send(second, 'GET', `/contacts/${created.body.id}`)).status).toBe(404);
});

test('tabs that write at the same time lose nothing and share no id', async ({ context }) => {
  const tabs = await Promise.all([openTab(context), openTab(context), openTab(context)]);
  // One key would not be let through so often.
  const keys = ['sk_test_admin', 'sk_test_write', 'sk_test_professional'];
  const before = (await send(tabs[0], 'GET', '/contacts')).body.pagination?.total ?? 0;
  const created = await Promise.all(
    tabs.flatMap((tab, index) =>
      Array.from({ length: 60 }, (_, number) =>
        send(tab, 'POST', '/contacts', { email: `${index}.${number}@example.com` }, keys[index]),
      ),
    ),
  );
  expect(new Set(created.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(created.map(({ body }) => body.id)).size).toBe(180);
  for (const tab of tabs) expect((await send(tab, 'GET', '/contacts')).body.pagination?.total).toBe(before + 180);
});

test('what was written survives a reload, and a reset in one tab reaches the others', async ({ context }) => {
  const [first, second] = [await openTab(context), await openTab(context)];
  const { body } = await send(first, 'POST', '/conversations/conv_abc123/close');
  expect(body).toMatchObject({ status: 'closed' });
  await first.reload();
  await load(first);
  expect((await send(first, 'GET', '/conversations/conv_abc123')).body).toMatchObject({ status: 'closed' });

  await second.evaluate(() => sandbox.reset());
  expect((await send(first, 'GET', '/conversations/conv_abc123')).body).toMatchObject({ status: 'open' });
  await first.reload();
  await load(first);
  expect((await send(first, 'GET', '/conversations/conv_abc123')).body).toMatchObject({ status: 'open' });
});

test('a record made in the page has the id that the mock gives it', async ({ context }) => {
  const page = await openTab(context);
  const body = { email: 'jane@example.com', name: 'Jane Doe' };
  const { body: inPage } = await send(page, 'POST', '/contacts', body);
  const headers = { Authorization: 'Bearer sk_test_admin', 'Content-Type': 'application/json' };
  const request = new Request('http://localhost/v1/contacts', { method: 'POST', headers, body: JSON.stringify(body) });
  const inNode = (await (await createSandbox().fetch(request)).json()) as Answer['body'];
  expect(inPage.id).toBe(inNode.id);
});

test('one clock, one receiver and one log of deliveries serve all tabs, and each retry is made once', async ({
  context,
}) => {
  const [first, second] = [await openTab(context), await openTab(context)];
  await control(first, 'POST', '/clock', { now: '2026-03-02T09:00:00Z', frozen: true });
  await control(first, 'PUT', '/receiver', { status: 500 });
  await send(second, 'POST', '/conversations/conv_abc123/close');
  expect((await send(second, 'GET', '/conversations/conv_abc123')).body).toMatchObject({
    closed_at: '2026-03-02T09:00:00Z',
  });

  const moved = await Promise.all([
    control(first, 'POST', '/clock', { advance_seconds: 40 }),
    control(second, 'POST', '/clock', { advance_seconds: 0 }),
  ]);
  expect(moved[0].body).toEqual({ now: '2026-03-02T09:00:40Z', frozen: true });
  const log = await control(second, 'GET', '/deliveries');
  expect(log.body).toMatchObject({
    data: [{ event: 'conversation.closed', status: 'pending', next_attempt_at: '2026-03-02T09:02:40Z' }],
  });
  const [{ attempts }] = (log.body as unknown as { data: [{ attempts: { started_at: string }[] }] }).data;
  expect(attempts.map(({ started_at }) => started_at.slice(14))).toEqual(['00:00Z', '00:10Z', '00:40Z']);
});

test('the same requests give the same export in the page and in Node, to the byte', async ({ context }) => {
  const page = await openTab(context);
  const requests: [string, string, object?][] = [
    ['POST', '/_sandbox/clock', { now: '2026-03-02T09:00:00Z', frozen: true }],
    ['POST', '/v1/webhooks', { url: 'https://hooks.example.com/a', events: ['contact.created', 'chatbot.triggered'] }],
    ['POST', '/v1/contacts', { email: 'jane@example.com', custom_attributes: { a: ['ü', null] } }],
    ['PUT', '/_sandbox/receiver', { status: 500 }],
    ...[
      'conversation.created',
      'visitor.identified',
      'visitor.page_viewed',
      'chatbot.triggered',
      'conversation.rated',
    ].map((event): [string, string, object] => ['POST', '/_sandbox/events', { event }]),
    ['DELETE', '/v1/contacts/con_ghi789'],
    ['POST', '/_sandbox/clock', { advance_seconds: 3600 }],
    ['GET', '/_sandbox/state'],
  ];
  const inNode = createSandbox();
  let exported = '';
  for (const [method, path, body] of requests) {
    const headers = { Authorization: 'Bearer sk_test_admin', 'Content-Type': 'application/json' };
    const init = body ? { method, headers, body: JSON.stringify(body) } : { method, headers };
    exported = await (await inNode.fetch(new Request(`http://sandbox${path}`, init))).text();
    const inPage = await page.evaluate(
      async ([target, options]) => (await sandbox.fetch(new Request(target, options))).text(),
      [`http://sandbox${path}`, init] as const,
    );
    if (method === 'GET') expect(inPage).toBe(exported);
  }
  expect(exported.length).toBeGreaterThan(2_000);
  await inNode.close();
});

test('a delivery that waits is made by the next page that uses the sandbox', async ({ context }) => {
  const first = await openTab(context);
  await control(first, 'PUT', '/receiver', { status: 500 });
  await send(first, 'POST', '/conversations/conv_abc123/close');
  await expect
    .poll(async () => (await control(first, 'GET', '/deliveries')).body)
    .toMatchObject({ data: [{ status: 'pending', attempts: [{ response: { status: 500 } }] }] });
  await control(first, 'PUT', '/receiver', { status: 200 });
  await first.close();

  const second = await openTab(context);
  await control(second, 'POST', '/clock', { advance_seconds: 10 });
  expect((await control(second, 'GET', '/deliveries')).body).toMatchObject({
    data: [{ status: 'delivered', attempts: [{ response: { status: 500 } }, { response: { status: 200 } }] }],
  });
});

test('where the browser keeps nothing, the sandbox works in memory', async ({ context }) => {
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Storage is switched off', 'SecurityError');
    };
  });
  const page = await openTab(context);
  const created = await send(page, 'POST', '/contacts', { email: 'jane@example.com' });
  expect(created.status).toBe(201);
  expect((await send(page, 'GET', `/contacts/${created.body.id}`)).status).toBe(200);
});
