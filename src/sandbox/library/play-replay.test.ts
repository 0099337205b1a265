import { expect, test } from 'vitest';
import { parseReplay } from '../replay/parse-replay.ts';
import { playReplay } from './play-replay.ts';

test('a session is played step by step, and the same file gives the same answers', async () => {
  const steps = [
    { as: 'admin', method: 'POST', path: '/v1/contacts', body: { email: 'a@example.com' } },
    { as: 'nobody', method: 'GET', path: '/v1/contacts', after_ms: 5 },
  ];
  const file = parseReplay(
    JSON.stringify({ format: 'orbinto-replay', version: 1, seed: 1, start: '2026-03-02T09:00:00Z', steps }),
  );
  const answers = async () => {
    const played = [];
    for await (const { answer } of playReplay(file)) played.push(answer);
    return played;
  };
  const first = await answers();
  expect(first.map(({ status }) => status)).toEqual([201, 401]);
  expect(await answers()).toEqual(first);
});
