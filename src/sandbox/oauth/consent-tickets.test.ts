import { expect, test } from 'vitest';
import { ConsentTickets, ticketKeyOf } from './consent-tickets.ts';

const HOUR = 3_600_000;
const NOW = 100 * HOUR;
const ASKED = 'client_id=a&scope=b';
const key = () => ticketKeyOf(new Uint8Array(32));

test('a ticket is good for what it was issued for, by whoever has the same key, and for its time', async () => {
  const tickets = new ConsentTickets(key);
  const ticket = await tickets.issue(ASKED, NOW);
  expect(await tickets.isValid(ticket, ASKED, NOW)).toBe(true);
  expect(await new ConsentTickets(key).isValid(ticket, ASKED, NOW)).toBe(true);
  expect(await new ConsentTickets().isValid(ticket, ASKED, NOW)).toBe(false);
  expect(await tickets.isValid(ticket, `${ASKED}&more`, NOW)).toBe(false);
  for (const other of ['', ticket.slice(1), `${ticket}x`, ticket.replace(/^\d/, '9'), ticket.replaceAll('.', ' ')])
    expect(await tickets.isValid(other, ASKED, NOW), other).toBe(false);
  for (const [age, isValid] of [
    [HOUR / 2, true],
    [HOUR / 2 + 1, false],
    [24 * HOUR, false],
  ] as const) {
    expect(await tickets.isValid(ticket, ASKED, NOW + age)).toBe(isValid);
    expect(await tickets.isValid(ticket, ASKED, NOW - age)).toBe(isValid);
  }
});

test('two tickets are never the same, and each is used once', async () => {
  const tickets = new ConsentTickets(key);
  const [first, second] = [await tickets.issue(ASKED, NOW), await tickets.issue(ASKED, NOW)];
  expect(first).not.toBe(second);
  expect([tickets.use(first, NOW), tickets.use(first, NOW + 1), tickets.use(second, NOW)]).toEqual([true, false, true]);
});

test('a used ticket is remembered as long as it could be valid, and no longer', async () => {
  const tickets = new ConsentTickets(key);
  const ticket = await tickets.issue(ASKED, NOW);
  tickets.use(ticket, NOW);
  expect(tickets.use(ticket, NOW + 1000)).toBe(false);
  expect(await tickets.isValid(ticket, ASKED, NOW + 100 * HOUR)).toBe(false);
  expect(tickets.use(ticket, NOW + 100 * HOUR)).toBe(true);
});
