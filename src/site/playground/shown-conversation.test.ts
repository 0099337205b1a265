import { expect, test } from 'vitest';
import { shownBefore } from './shown-conversation.ts';

test.each([
  ['#conv_abc123', 'conv_abc123'],
  ['', undefined],
  ['#transcript', undefined],
  ['#conv_../../contacts', undefined],
  ['#conv_<script>', undefined],
  [`#conv_${'a'.repeat(61)}`, undefined],
])('the address %s names %s', (hash, id) => expect(shownBefore({ hash })).toBe(id));
