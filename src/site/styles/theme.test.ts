import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Tokens = Record<string, string>;

const css = readFileSync(new URL('theme.css', import.meta.url), 'utf8');

/** The colours of one theme, `--name: light-dark(#rrggbb, #rrggbb)`. */
function tokensOf(place: 1 | 2): Tokens {
  return Object.fromEntries(
    [...css.matchAll(/(--[\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
      ([, name = '', ...colours]) => [name, colours[place - 1] ?? ''] as const,
    ),
  );
}

const themes = { light: tokensOf(1), dark: tokensOf(2) };
const surfaces = ['--ob-bg', '--ob-surface', '--ob-surface-raised', '--ob-code-bg'];
const tinted = ['get', 'post', 'patch', 'put', 'delete'].map((method) => `--ob-method-${method}`);
const states = ['--ob-ok', '--ob-warn', '--ob-error', '--ob-info'];
const texts = [
  '--ob-heading',
  '--ob-text',
  '--ob-text-muted',
  '--ob-accent',
  '--ob-accent-strong',
  ...tinted,
  ...states,
];

describe.each(Object.entries(themes))('the %s theme', (_, tokens) => {
  const colour = (name: string) => {
    const value = tokens[name];
    if (value === undefined) throw new Error(`theme.css lacks ${name}`);
    return channels(value);
  };

  test('has text that is readable on every surface', () => {
    const code = Object.keys(tokens).filter((name) => name.startsWith('--shiki-') && name !== '--shiki-background');
    expect(code.length).toBeGreaterThan(8);
    const pairs = [
      ...texts.flatMap((text) => surfaces.map((surface) => [text, surface])),
      ...code.map((text) => [text, '--ob-code-bg']),
    ];
    const weak = pairs.filter(([text, surface]) => contrast(colour(text ?? ''), colour(surface ?? '')) < 4.5);
    expect(weak).toEqual([]);
  });

  test('has method and state colours that are readable on their own tint', () => {
    const weak = [...tinted, ...states].flatMap((name) =>
      ['--ob-bg', '--ob-surface', '--ob-surface-raised'].filter((surface) => {
        const tint = mix(colour(name), colour(surface), 0.12);
        return contrast(colour(name), tint) < 4.5;
      }),
    );
    expect(weak).toEqual([]);
  });

  test('has an accent that carries text', () => {
    expect(contrast(colour('--ob-on-accent'), colour('--ob-accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour('--ob-accent-strong'), colour('--ob-accent-soft'))).toBeGreaterThanOrEqual(4.5);
  });
});

type Colour = [number, number, number];

function channels(hex: string): Colour {
  return [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16)) as Colour;
}

function mix(over: Colour, under: Colour, share: number): Colour {
  return over.map((value, index) => value * share + (under[index] ?? 0) * (1 - share)) as Colour;
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Colour;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
