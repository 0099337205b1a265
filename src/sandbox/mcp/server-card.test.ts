import { expect, test } from 'vitest';
import { serverCard } from './server-card.ts';

test('a site without a hosted sandbox says who the server is, and no address of it', () => {
  expect(serverCard()).toMatchObject({ name: 'com.orbinto.developers/sandbox' });
  expect(serverCard()).not.toHaveProperty('remotes');
});

test('one with a hosted sandbox says where that answers, and that its key is a secret', () => {
  expect(serverCard('https://sandbox.example')).toMatchObject({
    remotes: [{ url: 'https://sandbox.example/mcp', headers: [{ name: 'Authorization', isSecret: true }] }],
  });
});
