import { expect, test } from 'vitest';
import { newHandle, newSecret, placeOf, readToken, writeToken } from './secrets.ts';
import type { TokenKind } from './secrets.ts';

const PLACE = 'p'.repeat(43);
const secretOf = (kind: TokenKind): string => (kind === 'refresh' ? `${newSecret()}${'m'.repeat(22)}` : newSecret());

test.each(['code', 'access', 'refresh'] as const)(
  'a %s is read as it was written, with a place and without',
  (kind) => {
    for (const place of [undefined, PLACE]) {
      const token = { handle: newHandle(place), secret: secretOf(kind) };
      const read = readToken(kind, writeToken(kind, token));
      expect(read).toEqual(token);
      expect(read && placeOf(read)).toBe(place);
    }
  },
);

test.each(['code', 'access', 'refresh'] as const)(
  'a %s that is cut or lengthened, or of another kind, is none',
  (kind) => {
    const text = writeToken(kind, { handle: newHandle(PLACE), secret: secretOf(kind) });
    for (const wrong of [text.slice(0, -1), `${text}x`, text.replace('_test_', '_live_'), `${text.slice(0, -1)}!`])
      expect(readToken(kind, wrong)).toBeUndefined();
    const others = (['code', 'access', 'refresh'] as const).filter((other) => other !== kind);
    for (const other of others) expect(readToken(other, text)).toBeUndefined();
  },
);
