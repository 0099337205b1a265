/** An operation whose body may be sent in several ways. The API has none, so a page is given the operation of a test. */
import type { Page } from '@playwright/test';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { uploadOperation } from '../fixtures/upload-operation.ts';
import { ConsolePage } from './console-page.ts';
import { expect, mayReach, test } from './fixtures.ts';
import { totalShift, watchShifts } from './layout-shift.ts';

interface Received {
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** Answers every request as an API that pages may call, and keeps what came. */
async function listen(received: Received[]): Promise<Server> {
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      if (request.method === 'POST') received.push({ headers: request.headers, body });
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type');
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return server;
}

let server: Server;
let received: Received[] = [];

test.beforeEach(async () => {
  received = [];
  server = await listen(received);
});

test.afterEach(() => void server.close());

async function openUpload(page: Page): Promise<ConsolePage> {
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  mayReach(page, address);
  await page.addInitScript((url) => {
    localStorage.setItem('orbinto-environment', 'mock');
    localStorage.setItem('orbinto-mock-url', url);
  }, address);
  await page.route('**/create-contact/operation.json', (route) => route.fulfill({ json: uploadOperation() }));
  const console = new ConsolePage(page);
  await console.open('createContact');
  return console;
}

const mediaType = (page: Page) => page.getByLabel('Media type');

/** The file controls, each by its label. */
const file = (page: Page, label: string) => page.getByLabel(label, { exact: true });

const photo = (name: string, text: string) => ({ name, mimeType: 'image/jpeg', buffer: Buffer.from(text) });

async function sendForm({ headers, body }: Received): Promise<FormData> {
  return new Response(new Uint8Array(body), { headers: { 'Content-Type': headers['content-type'] ?? '' } }).formData();
}

test('the reader chooses the media type by keyboard; editor, sample and request follow, and drafts are kept', async ({
  page,
}) => {
  const console = await openUpload(page);
  await expect(page.getByLabel('title', { exact: true })).toHaveValue('Tree');
  await page.getByLabel('title', { exact: true }).fill('Oak');

  await mediaType(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(mediaType(page)).toHaveValue('application/x-www-form-urlencoded');
  await expect(
    page.getByRole('status').filter({ hasText: 'sent as application/x-www-form-urlencoded' }),
  ).toBeAttached();
  await expect(page.getByLabel('title', { exact: true })).toHaveValue('Oak');
  await expect(console.sample).toContainText("-d 'title=Oak'");
  await console.sendFor('200');
  expect(received.at(-1)?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(received.at(-1)?.body.toString()).toBe('title=Oak&tags=oak&tags=old&meta=%7B%22height%22%3A3%7D');

  await mediaType(page).selectOption('application/xml');
  await expect(console.body).toHaveValue(/<title>Tree<\/title>/);
  await expect(page.getByRole('group', { name: 'Show the body as' })).toHaveCount(0);
  await console.body.fill('<tree>é</tree>');
  await expect(console.sample).toContainText("--data-raw '<tree>é</tree>'");
  await console.sendAgainFor('200');
  expect(received.at(-1)).toMatchObject({ headers: { 'content-type': 'application/xml' } });
  expect(received.at(-1)?.body.toString()).toBe('<tree>é</tree>');

  await mediaType(page).selectOption('text/plain');
  await expect(console.body).toHaveValue('A tree.');
  await mediaType(page).selectOption('application/xml');
  await expect(console.body).toHaveValue('<tree>é</tree>');
  await page.getByRole('button', { name: 'Reset to example' }).click();
  await expect(mediaType(page)).toHaveValue('application/json');
  await mediaType(page).selectOption('application/xml');
  await expect(console.body).toHaveValue(/<title>Tree<\/title>/);
});

test('multipart: files of a reference, of a list and of a media type, an object as JSON', async ({ page }) => {
  const console = await openUpload(page);
  await mediaType(page).selectOption('multipart/form-data');
  await console.send.click();
  await expect(page.getByRole('alert')).toContainText('Choose a file.');
  await expect(file(page, 'cover')).toBeFocused();

  await file(page, 'cover').setInputFiles(photo('cover.jpg', 'the cover'));
  await file(page, 'photos 1').setInputFiles(photo('image.jpg', 'one'));
  await page.getByRole('button', { name: 'Add item to photos' }).click();
  await file(page, 'photos 2').setInputFiles(photo('image.jpg', 'two'));
  await expect(console.sample).toContainText("-F 'cover=@cover.jpg;type=image/x-test'");
  await expect(console.sample).toContainText("-F 'photos=@image-2.jpg;type=image/jpeg'");
  await expect(console.sample).toContainText(`-F 'meta="{\\"height\\":3}";type=application/json'`);

  await console.showBodyAs('JSON');
  await console.showBodyAs('Form');
  const kept = await file(page, 'photos 2').evaluate((input: HTMLInputElement) => input.files?.[0]?.text());
  expect(kept).toBe('two');

  await page.getByRole('button', { name: 'Remove photos 1' }).click();
  await console.sendFor('200');
  const [last] = received;
  if (!last) throw new Error('Nothing was sent.');
  expect(last.body.toString()).toMatch(/name="meta"[^\r]*\r\nContent-Type: application\/json\r\n\r\n{"height":3}/);
  const form = await sendForm(last);
  expect(form.get('title')).toBe('Tree');
  expect(form.getAll('tags')).toEqual(['oak', 'old']);
  const cover = form.get('cover') as File;
  expect([cover.name, cover.type, await cover.text()]).toEqual(['cover.jpg', 'image/x-test', 'the cover']);
  const photos = form.getAll('photos') as File[];
  expect(photos.map(({ name, type }) => [name, type])).toEqual([['image-2.jpg', 'image/jpeg']]);
  expect(await photos[0]?.text()).toBe('two');
});

test('a body of bytes is a file of the reader’s', async ({ page }) => {
  const console = await openUpload(page);
  await mediaType(page).selectOption('image/*');
  await console.send.click();
  await expect(page.getByRole('alert')).toContainText('This call needs a body.');
  await expect(file(page, 'Body')).toBeFocused();
  await file(page, 'Body').setInputFiles(photo('leaf.jpg', 'a leaf'));
  await expect(console.sample).toContainText("--data-binary '@leaf.jpg'");
  await console.sendFor('200');
  expect(received.at(-1)).toMatchObject({ headers: { 'content-type': 'image/jpeg' } });
  expect(received.at(-1)?.body.toString()).toBe('a leaf');
});

test('link and history bring the media type back, and ask for the files again', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const console = await openUpload(page);
  await mediaType(page).selectOption('multipart/form-data');
  await file(page, 'cover').setInputFiles(photo('cover.jpg', 'the cover'));
  await page.getByRole('button', { name: 'Remove photos 1' }).click();
  await console.sendFor('200');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  await page.goto('/');
  await page.goto(link);
  await expect(mediaType(page)).toHaveValue('multipart/form-data');
  await console.send.click();
  await expect(page.getByRole('alert')).toContainText('Choose the file cover.jpg again.');
  await mediaType(page).selectOption('application/json');
  await page.getByRole('button', { name: 'History' }).click();
  await page
    .getByRole('button', { name: /^Run again/ })
    .first()
    .click();
  await expect(mediaType(page)).toHaveValue('multipart/form-data');
  await expect(page.getByRole('alert')).toContainText('Choose the file cover.jpg again.');
  expect(received).toHaveLength(1);
});

/** Keeps back what shows a body until the function that it gives is called. */
async function holdBody(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  await page.route(/\/(?:BodySection|formats)\.[^/]*\.js$/, async (route) => {
    await promise;
    await route.continue();
  });
  return () => resolve(undefined);
}

test('nothing moves when the parts for other bodies arrive late', async ({ page }) => {
  await watchShifts(page);
  const release = await holdBody(page);
  await openUpload(page);
  const bar = await page.locator('.ob-bar').boundingBox();
  await expect(mediaType(page)).toHaveCount(0);
  // A browser does not count what moves within half a second of a press.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
  release();
  await expect(mediaType(page)).toBeVisible();
  expect(await page.locator('.ob-bar').boundingBox()).toEqual(bar);
  expect(await totalShift(page)).toBeLessThan(0.01);
});

test('an early press of Send is kept until those parts are there', async ({ page }) => {
  const release = await holdBody(page);
  const console = await openUpload(page);
  await console.send.click();
  await expect(mediaType(page)).toHaveCount(0);
  release();
  await console.expectStatus('200');
  expect(received).toHaveLength(1);
});
