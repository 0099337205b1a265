import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lazy } from './lazy.ts';

const offline = new TypeError('Failed to fetch dynamically imported module');

/** Fails as often as told, then resolves. */
const failing = (times: number) => {
  const fetch = vi.fn<() => Promise<string>>().mockResolvedValue('chunk');
  for (let n = 0; n < times; n += 1) fetch.mockRejectedValueOnce(offline);
  return fetch;
};

const lost = { rel: 'lost' };
beforeEach(() => {
  lost.rel = 'lost';
  vi.stubGlobal('document', { querySelectorAll: () => [lost] });
});

describe('what is loaded late', () => {
  it('is fetched once, however often and how soon it is asked for', async () => {
    const fetch = failing(0);
    const chunk = lazy(fetch);
    expect(chunk.value).toBeUndefined();
    expect(await Promise.all([chunk.load(), chunk.load()])).toEqual(['chunk', 'chunk']);
    await chunk.load();
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(chunk.value).toBe('chunk');
  });

  it('says that it failed, and is fetched again when it is asked for again', async () => {
    const fetch = failing(1);
    const chunk = lazy(fetch);
    await expect(chunk.load()).rejects.toBe(offline);
    expect(chunk).toMatchObject({ value: undefined, failed: true });
    expect(lost.rel).toBe('lost');
    expect(await chunk.load()).toBe('chunk');
    expect(lost.rel).toBe('stylesheet');
    expect(chunk).toMatchObject({ value: 'chunk', failed: false });
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('no longer counts as failed while it is tried again', async () => {
    const chunk = lazy(failing(2));
    await expect(chunk.load()).rejects.toBe(offline);
    const again = chunk.load();
    expect(chunk.failed).toBe(false);
    await expect(again).rejects.toBe(offline);
    expect(chunk.failed).toBe(true);
  });

  it('can be fetched ahead without anyone to hear of a failure', async () => {
    const chunk = lazy(failing(1));
    chunk.preload();
    await vi.waitFor(() => expect(chunk.failed).toBe(true));
    expect(await chunk.load()).toBe('chunk');
  });

  it('tells its listeners of each change until they leave', async () => {
    const chunk = lazy(failing(1));
    const seen: unknown[] = [];
    const leave = chunk.subscribe(() => seen.push([chunk.value, chunk.failed]));
    await chunk.load().catch(() => undefined);
    await chunk.load();
    expect(seen).toEqual([
      [undefined, true],
      [undefined, false],
      ['chunk', false],
    ]);
    leave();
    expect(seen).toHaveLength(3);
  });

  it('is told as failed too where the fetching throws at once', async () => {
    const chunk = lazy<string>(() => {
      throw offline;
    });
    await expect(chunk.load()).rejects.toBe(offline);
    expect(chunk.failed).toBe(true);
  });
});
