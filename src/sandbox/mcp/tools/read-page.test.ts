import { expect, test } from 'vitest';
import { createLibrary } from '../library.ts';
import { SITE } from '../../site-address.ts';
import { readPageTool } from './read-page.ts';

const long = 'x'.repeat(45_000);
const library = createLibrary(
  `Source: https://s.example/guides/a.md\n\n# A\n\nBegins.\n\n## One\n\nText.\n\n---\n\nSource: https://s.example/long.md\n\n${long}`,
);

async function read(args: Readonly<Record<string, unknown>>, from = library): Promise<string> {
  try {
    return (await readPageTool(from).call(args)).text;
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
}

test('a page is read whole, or one section of it; an anchor that it has not is the whole, and those that it has', async () => {
  expect(await read({ path: '/guides/a/' })).toContain('## One');
  expect(await read({ path: '/guides/a/#one' })).toBe('## One\n\nText.');
  const whole = await read({ path: '/guides/a.md#nowhere' });
  expect(whole).toMatch(/^\[No section is called .*#nowhere.*; there are #one\. This is the whole page\.\]\n\n# A/);
  expect(whole).toContain('Begins.');
  expect(await read({ path: '/long/#nowhere' })).toMatch(/^\[No section is called .*; this page has none\. This is/);
});

test('a long page comes in parts, and the last one ends it', async () => {
  const more = /^(x+)\n\n\[The page goes on: read_page with offset (\d+) of 45000\.\]$/;
  const first = more.exec(await read({ path: '/long/' }));
  expect([first?.[1]?.length, first?.[2]]).toEqual([20_000, '20000']);
  expect(more.exec(await read({ path: '/long/', offset: 20_000 }))?.[2]).toBe('40000');
  expect(await read({ path: '/long/', offset: 40_000 })).toBe('x'.repeat(5_000));
  expect(await read({ path: '/long/', offset: 44_999 })).toBe('x');
  expect(await read({ path: '/long/', offset: 45_000 })).toBe('refused: The page ends at 45000 characters.');
});

test('the page of an operation is what it takes, and any other is refused with what to do', async () => {
  const [operation] = [...library.operations.values()];
  expect(await read({ path: operation?.page })).toContain(operation?.operationId);
  expect(await read({ path: '/nowhere/' })).toMatch(/^refused: There is no page .*\/nowhere\/.*search finds/);
  expect(await read({ path: '/nowhere/' }, createLibrary())).toMatch(/^refused: This sandbox was built without/);
  expect(await read({ path: '/nowhere/' }, createLibrary())).toContain(`${SITE}/nowhere/`);
});
