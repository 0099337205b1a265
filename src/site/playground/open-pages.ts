import type { OpenPages } from './endpoint.ts';

const PREFIX = 'orbinto-playground/';

/**
 * The open pages of this browser, told apart by Web Locks: each holds one with the name of its webhook until it is closed. A browser
 * without locks shares no sandbox between its pages either.
 * @see https://w3c.github.io/web-locks/
 */
export function openPages(): OpenPages {
  const locks = (navigator as Partial<Navigator>).locks;
  if (!locks)
    return {
      alone: (work) => work(),
      endpoints: () => Promise.resolve(new Set<string>()),
      claim: () => Promise.resolve(),
    };
  return {
    alone: (work) => locks.request(`${PREFIX}register`, work),
    endpoints: async () => {
      const { held = [] } = await locks.query();
      return new Set(held.flatMap(({ name = '' }) => (name.startsWith(PREFIX) ? name.slice(PREFIX.length) : [])));
    },
    claim: (id) =>
      new Promise((resolve) => {
        void locks.request(`${PREFIX}${id}`, () => {
          resolve();
          return new Promise(() => undefined);
        });
      }),
  };
}
