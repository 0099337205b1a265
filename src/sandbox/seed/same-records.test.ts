import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Workspace } from '../records/workspace.ts';
import { Seed } from './seed.ts';

// A kept workspace is what differs from the seeded records: where they change, what is kept does not fit them any more.
test('the seeded records are the same as ever', async () => {
  const lines = Object.entries(new Workspace('seeded', new Seed()).records).map(([kind, { rows }]) => {
    const records = rows.map(({ value }) => value);
    return `${kind}: ${records.length} ${createHash('sha256').update(JSON.stringify(records)).digest('hex')}`;
  });
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('printed/records.txt');
});
