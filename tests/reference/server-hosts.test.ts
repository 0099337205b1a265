import { expect, test } from 'vitest';
import { read, writeDocument } from './write-document.ts';

/** What is told of a document with these servers. */
async function told(urls: string[]): Promise<string[]> {
  const servers = JSON.stringify(urls.map((url) => ({ url })));
  const text = `openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths: {}\nservers: ${servers}\n`;
  return (await read(await writeDocument({ 'api.yaml': text }))).notes;
}

test('a server that looks like a host without its scheme is told, and stays as it is written', async () => {
  const hosts = ['api.c.test/v1', 'localhost:8080', '{region}.c.test', '10.0.0.1/v1', 'gateway:{port}/v1'];
  const notes = await told(['https://c.test', ...hosts]);
  expect(notes).toEqual([
    expect.stringContaining('#/servers/1/url: looks like a host without `https://` before it, and is read as it is'),
  ]);
  for (const host of hosts) expect(notes[0]).toContain(`\`${host}\``);
});

test('paths and whole addresses are no such', async () => {
  const urls = ['/', 'v1', './v2.0', '../api.test', 'v1.2/x', '{base}/v1', '{base}', 'index.php/api', '//c.test/v1'];
  expect(
    await told([...urls, 'https://c.test:8080', 'http://localhost:80', 'ws://c.test', '{scheme}://c.test']),
  ).toEqual([]);
});
