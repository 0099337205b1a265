import { describe, expect, test } from 'vitest';
import { anchor, eventSlug, kebabCase, slug, titleCase, UniqueNames } from './naming.ts';

test.each([
  ['createContact', 'create-contact'],
  ['Payment links', 'payment-links'],
  ['listDNSRecords', 'list-dns-records'],
  ['post-payments-paymentId', 'post-payments-payment-id'],
  ['apps_list_v2', 'apps-list-v2'],
  ['1-Click Applications', '1-click-applications'],
  ['Über/uns & Co.', 'über-uns-co'],
  ['../../etc', 'etc'],
  ['???', 'unnamed'],
])('%s becomes %s', (name, slug) => {
  expect(kebabCase(name)).toBe(slug);
});

test.each([
  ['listPets', 'list-pets'],
  ['..', 'u2e-u2e'],
  ['🎉', 'u1f389'],
  ['!'.repeat(9), Array.from({ length: 8 }, () => 'u21').join('-')],
  ['', 'unnamed'],
  ['NUL', 'nul-page'],
  ['com1', 'com1-page'],
  ['console', 'console'],
  ['balcon', 'balcon'],
  ['con.txt', 'con-txt'],
  ['LPT9', 'lpt9-page'],
  [`${'a'.repeat(119)} b`, 'a'.repeat(119)],
  ['a'.repeat(400), 'a'.repeat(120)],
  ['語'.repeat(400), '語'.repeat(40)],
])('%s is %s in an address, a folder’s name that every file system takes', (name, expected) => {
  expect(slug(name)).toBe(expected);
});

test('dots of an event stay, what is unsafe in a path does not', () => {
  expect(eventSlug('message.created')).toBe('message.created');
  expect(eventSlug('visitor.page_viewed')).toBe('visitor.page_viewed');
  expect(eventSlug('New Pet/added')).toBe('new-pet-added');
  expect(eventSlug('..')).toBe('u2e-u2e');
  expect(eventSlug('aux.created')).toBe('aux-page.created');
  expect(eventSlug('com2.page.opened')).toBe('com2-page.page.opened');
  expect(eventSlug(`.${'a'.repeat(119)}.b`)).toBe('a'.repeat(119));
  expect(eventSlug('a.Be ta.c')).toBe('a.be-ta.c');
  expect(eventSlug('')).toBe('unnamed');
});

describe('unique names', () => {
  test('number the second comer, and know case', () => {
    const names = new UniqueNames();
    expect([names.take('id'), names.take('ID'), names.take('id')]).toEqual(['id', 'ID', 'id-2']);
  });

  test('fall back on a second candidate before a number', () => {
    const names = new UniqueNames(['events']);
    expect(names.take('events', 'webhooks')).toBe('webhooks');
  });

  test('do not hand out a number that is somebody’s name', () => {
    const names = new UniqueNames(['a', 'a-2']);
    expect(names.take('a')).toBe('a-3');
  });
});

test('an anchor keeps names as the document writes them', () => {
  expect(anchor('body', 'custom_attributes')).toBe('body-custom_attributes');
  expect(anchor('response', '200', 'data', 'id')).toBe('response-200-data-id');
  expect(anchor('query', 'filter[status]')).toBe('query-filter-status');
  expect(anchor('body', '"><script>')).toBe('body-script');
  expect(anchor('body', '[[a]]', '--', '')).toBe('body-a-any-any');
});

test('a tag without a title gets one', () => {
  expect(titleCase('contact_lists')).toBe('Contact lists');
});
