/** What the pagination guide promises of lists, beside its figures. */
import type { PrivateSandbox } from '../../../sandbox/browser.ts';
import { pagination } from '../../../sandbox/generated/policies.ts';
import { count } from '../../facts/prose-numbers.ts';
import { expectOk } from '../../sandbox-answer.ts';
import { ask, claim } from '../figures/ground.ts';
import type { FigureProof } from '../figures/ground.ts';

interface Entry {
  readonly id: string;
  readonly created_at: string;
}

interface Page {
  readonly data: readonly Entry[];
  readonly pagination: { readonly next_cursor: string | null; readonly has_more: boolean };
}

const LIST = '/v1/contacts';
const SIZE = 20;

async function read(sandbox: PrivateSandbox, query: string): Promise<Page> {
  return expectOk(await ask(sandbox, 'GET', `${LIST}?${query}`));
}

/** All records, page by page. @param between what happens after each page */
async function readAll(sandbox: PrivateSandbox, between: (page: Page) => Promise<void>): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (let after = ''; ;) {
    const page = await read(sandbox, `limit=${SIZE}${after}`);
    entries.push(...page.data);
    await between(page);
    const { next_cursor: cursor, has_more } = page.pagination;
    if (cursor === null || !has_more) return entries;
    after = `&after=${cursor}`;
  }
}

/** Newer before older; of the same time, the greater id first. */
function isBefore(one: Entry, other: Entry): boolean {
  return one.created_at === other.created_at ? one.id > other.id : one.created_at > other.created_at;
}

/** Two contacts of the same second, and the whole list. */
export const newestFirst: FigureProof = async (sandbox) => {
  const create = async (email: string) => expectOk<Entry>(await ask(sandbox, 'POST', LIST, { body: { email } }));
  const [first, second] = [await create('ada@example.com'), await create('grace@example.com')];
  const entries = await readAll(sandbox, () => Promise.resolve());
  const wrong = entries.filter((entry, index) => index > 0 && !isBefore(entries[index - 1] ?? entry, entry));
  const top = [entries[0]?.id, entries[1]?.id];
  return [
    claim(
      `Two contacts of the same second stand on top, by their ids.`,
      top.includes(first.id) && top.includes(second.id) && first.created_at === second.created_at,
    ),
    claim(`${count(entries.length)} contacts read, ${count(wrong.length)} of them out of order.`, wrong.length === 0),
  ];
};

/** Between two pages a record is added and one that was read is deleted. */
export const stableCursor: FigureProof = async (sandbox) => {
  const before = new Set((await readAll(sandbox, () => Promise.resolve())).map(({ id }) => id));
  let changes = 0;
  const entries = await readAll(sandbox, async ({ data }) => {
    await expectOk(await ask(sandbox, 'POST', LIST, { body: { email: `new.${changes}@example.com` } }));
    const { ok } = await ask(sandbox, 'DELETE', `${LIST}/${data.at(-1)?.id ?? ''}`);
    if (ok) changes += 1;
  });
  const ids = new Set(entries.map(({ id }) => id));
  const lost = [...before].filter((id) => !ids.has(id));
  return [
    claim(`${count(changes)} contacts added and as many deleted while ${count(before.size)} were read.`, changes > 1),
    claim(
      `Twice: ${entries.length - ids.size}. Lost: ${lost.length}.`,
      entries.length === ids.size && lost.length === 0,
    ),
  ];
};

/** The cursor is an id from the middle of a page. */
export const anyCursor: FigureProof = async (sandbox) => {
  const { data } = await read(sandbox, `per_page=${pagination.max_size}`);
  const middle = Math.floor(data.length / 2);
  const after = data[middle]?.id ?? '';
  const page = await read(sandbox, `after=${after}&limit=${SIZE}`);
  const expected = data.slice(middle + 1, middle + 1 + SIZE).map(({ id }) => id);
  const isNext = expected.length > 0 && page.data.slice(0, expected.length).every(({ id }, at) => id === expected[at]);
  return [claim(`after=${after}, an id from the middle: ${isNext ? 'what follows it' : 'something else'}`, isNext)];
};
