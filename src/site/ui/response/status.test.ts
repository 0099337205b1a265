import { expect, test } from 'vitest';
import { reasonOf } from './status.ts';
import { STATUS_PHRASES } from '../../../generators/status-phrases.ts';

test('what is printed ahead and what a page says of an answer have one name of each status', () => {
  for (let status = 100; status < 600; status += 1)
    expect([STATUS_PHRASES[status], undefined], `${status}`).toContain(reasonOf(status) || undefined);
});
