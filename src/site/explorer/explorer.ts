/** The page's script: the environment's bar, and Scalar with its requests going where the bar says. */
import { h, render } from 'preact';
import { pageSession } from '../session/page-session.ts';
import { lazy } from '../lazy.ts';
import { sitePath } from '../ui/site-path.ts';
import { operationAnchors, scalarHash } from './scalar-anchors.ts';
import { explorerConfiguration } from './configuration.ts';
import type { ExplorerConfiguration } from './configuration.ts';
import { confirmLive } from '../ui/confirm-live.ts';
import { explorerDescription } from './description.ts';
import type { OpenApiDocument } from '../../openapi/document/openapi-document.ts';
import { ExplorerBar } from './ExplorerBar.tsx';
import { explorerFetch } from './explorer-fetch.ts';
import '../workspace-strip/intent.ts';

// The bundle that is made for browsers brings its styles, and needs none of the packages that it was built from.
const scalar = lazy(() => import('../../../node_modules/@scalar/api-reference/dist/browser/standalone.esm.js'));

/** Frames without a move after which the explorer is shown, and milliseconds after which it is shown anyway. */
const CALM_FRAMES = 20;
const PATIENCE = 5000;

const session = pageSession();
const bar = document.querySelector('[data-explorer-bar]');
const place = document.querySelector('[data-explorer]');
if (bar) render(h(ExplorerBar, { session }), bar);
if (place) show(place);

/** Shows the explorer, or that it cannot be loaded and a button that tries again. */
function show(host: Element): void {
  open(host).catch((error: unknown) => {
    console.error(error);
    const again = document.createElement('button');
    again.className = 'ob-button';
    again.textContent = 'Try again';
    again.onclick = () => show(host);
    host.replaceChildren('The explorer could not be loaded. Check your connection. ', again);
  });
}

async function open(host: Element): Promise<void> {
  const [description, { createApiReference }] = await Promise.all([loadDescription(), scalar.load()]);
  followShortHashes(operationAnchors(description));
  const fetch = explorerFetch(session, confirmLive);
  const configuration = (): ExplorerConfiguration =>
    explorerConfiguration({ document: description, session, dark: isDark(), fetch });
  let baseUrl = '';
  let explorer: ReturnType<typeof createApiReference> | undefined;
  const update = () => {
    const isSamePlace = baseUrl === session.environment.baseUrl;
    baseUrl = session.environment.baseUrl;
    if (explorer && isSamePlace) return explorer.updateConfiguration(configuration());
    // Scalar keeps the server that it showed first, and names none when that is gone: another place, another explorer.
    explorer?.destroy();
    const place = document.createElement('div');
    place.className = 'explorer-unsettled';
    host.append(place);
    explorer = createApiReference(place, configuration());
    void settled(place).then(() => {
      if (place !== host.lastElementChild) return;
      while (host.firstChild !== place) host.firstChild?.remove();
      place.className = '';
    });
  };
  update();
  session.subscribe(update);
  // Scalar takes the theme from its configuration once; later it is these classes that count.
  const paint = () => {
    document.body.classList.toggle('dark-mode', isDark());
    document.body.classList.toggle('light-mode', !isDark());
  };
  new MutationObserver(paint).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}

/** Scalar shows its sections piece by piece, and moves to the one that is asked for: resolves when nothing moves any more. */
async function settled(place: Element): Promise<void> {
  const end = performance.now() + PATIENCE;
  let last = '';
  // Frames, not time: a long task is no calm.
  for (let calm = 0; calm < CALM_FRAMES && performance.now() < end; calm++) {
    await frame();
    const layout = `${place.scrollHeight} ${scrollY}`;
    if (layout !== last || place.childElementCount === 0) calm = 0;
    last = layout;
  }
}

const frame = (): Promise<number> => new Promise(requestAnimationFrame);

async function loadDescription(): Promise<OpenApiDocument> {
  const response = await fetch(sitePath('/openapi.json'));
  if (!response.ok) throw new Error(`/openapi.json: ${response.status}`);
  return explorerDescription((await response.json()) as OpenApiDocument);
}

/** Makes `#createContact` open that operation, now and whenever the address changes. */
function followShortHashes(anchors: ReadonlyMap<string, string>): void {
  const first = scalarHash(location.hash, anchors);
  if (first !== undefined) history.replaceState(history.state, '', first);
  addEventListener('hashchange', () => {
    const hash = scalarHash(location.hash, anchors);
    if (hash !== undefined) location.replace(hash);
  });
}

function isDark(): boolean {
  return document.documentElement.dataset.theme !== 'light';
}
