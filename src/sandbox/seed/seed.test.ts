import { describe, expect, test } from 'vitest';
import { KINDS } from '../records/collections.ts';
import { Seed } from './seed.ts';

const json = (seed: Seed): string[] => KINDS.flatMap((kind) => seed.base(kind).rows.map((row) => row.json));

test('the same number gives the same records, another number others', () => {
  expect(json(new Seed(1))).toEqual(json(new Seed(1)));
  expect(json(new Seed(1))).not.toEqual(json(new Seed(2)));
});

describe.each([1, 2, 77])('the records of seed %i', (number) => {
  const seed = new Seed(number);
  const values = <K extends (typeof KINDS)[number]>(kind: K) => seed.base(kind).rows.map(({ value }) => value);

  test('are as many as the documentation says', () => {
    const counts = Object.fromEntries(KINDS.map((kind) => [kind, seed.base(kind).rows.length]));
    expect(counts).toMatchObject({
      conversations: 142,
      contacts: 312,
      visitors: 512,
      operators: 6,
      chatbots: 4,
      webhooks: 1,
    });
    expect(values('assignments').filter(({ operator_id }) => operator_id === 'op_xyz789')).toHaveLength(24);
    expect(values('conversations').filter(({ status }) => status === 'closed').length).toBeGreaterThan(40);
  });

  test('have an id of their own each', () => {
    for (const kind of KINDS) expect(seed.base(kind).byId.size, kind).toBe(seed.base(kind).rows.length);
  });

  test('have an email of their own each, among contacts', () => {
    const emails = values('contacts').flatMap(({ email }) => email?.toLowerCase() ?? []);
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails.length).toBeLessThan(values('contacts').length);
    expect(emails).not.toContain('jane@example.com');
  });

  test('name only records that exist', () => {
    const has = (kind: (typeof KINDS)[number], id: string | null) => id === null || seed.base(kind).byId.has(id);
    for (const visitor of values('visitors')) expect(has('contacts', visitor.contact_id)).toBe(true);
    for (const { visitor, assigned_to } of values('conversations')) {
      expect(seed.base('visitors').byId.get(visitor.id)?.value).toMatchObject(visitor);
      expect(has('operators', assigned_to)).toBe(true);
    }
    for (const message of values('messages')) {
      expect(has('conversations', message.conversation_id)).toBe(true);
      if (message.type === 'bot') expect(has('chatbots', message.chatbot_id)).toBe(true);
      if ('operator_id' in message) expect(has('operators', message.operator_id)).toBe(true);
    }
    for (const session of values('sessions')) expect(has('visitors', session.visitor_id)).toBe(true);
    for (const pageview of values('pageviews')) expect(has('sessions', pageview.session_id)).toBe(true);
  });

  test('count what belongs to them', () => {
    for (const { id, messages_count, assigned_to } of values('conversations')) {
      expect(seed.base('messages').groups.get(id)).toHaveLength(messages_count);
      expect(seed.base('assignments').byId.get(id)?.value.operator_id ?? null).toBe(assigned_to);
    }
    for (const { id, sessions_count, pageviews_count } of values('visitors')) {
      expect(seed.base('sessions').groups.get(id)).toHaveLength(sessions_count);
      expect(seed.base('pageviews').groups.get(id)).toHaveLength(pageviews_count);
    }
    for (const { id, pageviews_count } of values('sessions')) {
      expect(values('pageviews').filter(({ session_id }) => session_id === id)).toHaveLength(pageviews_count);
    }
  });

  test('have times in order, none after the morning they end at', () => {
    const end = '2026-02-11T10:36:00Z';
    for (const { created_at, updated_at, closed_at, rating, status } of values('conversations')) {
      expect(created_at <= updated_at && updated_at <= end).toBe(true);
      expect(closed_at !== undefined).toBe(status === 'closed');
      if (rating) expect(closed_at !== undefined && closed_at <= rating.rated_at).toBe(true);
    }
    for (const { first_seen_at, last_seen_at, online, current_page } of values('visitors')) {
      expect(first_seen_at <= last_seen_at && last_seen_at <= end).toBe(true);
      expect(current_page !== null).toBe(online);
    }
  });

  test('begin with the conversation of the quick start and end the list of visitors where its cursor stands', () => {
    expect(values('conversations').at(-1)?.id).toBe('conv_abc123');
    expect(
      values('visitors')
        .slice(-2)
        .map(({ id }) => id),
    ).toEqual(['vis_ghi789', 'vis_abc123']);
  });
});
