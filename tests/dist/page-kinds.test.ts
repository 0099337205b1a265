import { expect, test } from 'vitest';
import { pageKinds } from '../../scripts/pictures/page-kinds.ts';
import { builtPages } from './built-pages.ts';

const addresses = builtPages().map(({ address }) => address);

test('each page of the site is one of the kinds that are looked at, and each of those is there', () => {
  const isOfAKind = (page: string): boolean =>
    pageKinds.some(({ address, alike }) => address === page || alike?.test(page));
  expect(addresses.filter((page) => !isOfAKind(page))).toEqual([]);
  expect(pageKinds.map(({ address }) => address).filter((address) => !addresses.includes(address))).toEqual([]);
  const alike = pageKinds.flatMap((kind) => (kind.alike ? { ...kind, alike: kind.alike } : []));
  expect(alike.filter((kind) => !addresses.some((page) => kind.alike.test(page))).map(({ name }) => name)).toEqual([]);
});

test('kinds have names of their own: their pictures are called so', () => {
  const names = pageKinds.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
