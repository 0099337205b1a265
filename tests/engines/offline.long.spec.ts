/** After one visit the site works without a network, whichever engine shows it. */
import { startDeployments } from '../e2e/deployments.ts';
import type { Deployments } from '../e2e/deployments.ts';
import { bundle } from '../e2e/bundle.ts';
import { addressOf } from '../e2e/console-page.ts';
import { test } from './fixtures.ts';
import { dialog, read, see, send, tryIt } from './reader.ts';
import { until } from './tab.ts';
import type { Tab } from './tab.ts';

// The configuration blocks them elsewhere.
test.use({ serviceWorkers: 'allow' });

let site: Deployments;
let pageSide: () => void;

test.beforeAll(async () => {
  // Drivers run the text of a function: what is kept offline has no script of the tests.
  const text = `() => {${await bundle('pageSide', ['tests/engines/page-side.ts'])}}`;
  pageSide = Object.assign(() => undefined, { toString: () => text });
});

test.beforeEach(async () => {
  site = await startDeployments();
});

test.afterEach(() => site.close());

async function visit(tab: Tab, address: string): Promise<void> {
  await tab.goto(address);
  await tab.run(pageSide, undefined);
}

/** Resolves once the whole site is kept, and the worker answers for the page. */
async function untilKept(tab: Tab): Promise<void> {
  await until('the worker', () =>
    tab.run(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.active?.state === 'activated' && navigator.serviceWorker.controller ? true : undefined;
    }, undefined),
  );
}

test('pages, search, console and sandbox work once the server is gone', async ({ engine }) => {
  test.slow();
  const profile = await engine.newProfile(site.base);
  try {
    const tab = await profile.open();
    await visit(tab, '/guides/pagination/');
    await untilKept(tab);
    await site.close();

    await tab.reload();
    await tab.run(pageSide, undefined);
    await read(tab, { role: 'main' }, 'Pagination');

    await tab.press('k', 'Control');
    await see(tab, { role: 'combobox', within: dialog('Search') });
    await tab.type('rotate a webhook secret');
    await read(tab, dialog('Search'), 'Rotate a secret');
    await tab.press('Escape');

    await visit(tab, addressOf('createContact'));
    await tryIt(tab);
    await send(tab, 201);
    await tab.reload();
    await tab.run(pageSide, undefined);
    await tryIt(tab);
    await send(tab, 409);
    await read(tab, { role: 'region', name: 'Response' }, 'email_taken');

    await visit(tab, '/guides/not-there-yet/');
    await read(tab, { role: 'main' }, 'Without a network');
  } finally {
    await profile.close();
  }
});
