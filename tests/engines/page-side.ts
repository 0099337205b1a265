/** What runs inside each page under test, before the page's own scripts: it finds elements and reports what goes wrong. */
import { computeAccessibleName, getRole } from 'dom-accessibility-api';

/** An element by the marks that a reader and a screen reader find. */
export interface Wanted {
  /** @see https://www.w3.org/TR/wai-aria-1.2/#role_definitions */
  readonly role: string;
  /** The accessible name; between slashes a pattern that it holds. */
  readonly name?: string;
  /** What it lies in. */
  readonly within?: Wanted;
}

declare global {
  /** All elements that are shown and wanted, in the order of the page. */
  function findAll(wanted: Wanted): HTMLElement[];
  /** The element where exactly one is shown; else null. */
  function findOne(wanted: Wanted): HTMLElement | null;
}

function isNamed(element: Element, name: string | undefined): boolean {
  if (name === undefined) return true;
  const actual = computeAccessibleName(element).replaceAll(/\s+/g, ' ').trim();
  return name.startsWith('/') ? new RegExp(name.slice(1, -1)).test(actual) : actual === name;
}

globalThis.findAll = ({ role, name, within }) => {
  const roots: ParentNode[] = within ? globalThis.findAll(within) : [document];
  return roots
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>('*')])
    .filter((element) => getRole(element) === role)
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && isNamed(element, name));
};

globalThis.findOne = (wanted) => {
  const [first, second] = globalThis.findAll(wanted);
  return second ? null : (first ?? null);
};

const report = (text: string): void => void navigator.sendBeacon('/test-faults', `${location.pathname}: ${text}`);

addEventListener('error', (event) => {
  if (event instanceof ErrorEvent) report(`exception: ${event.message}`);
});
addEventListener('unhandledrejection', (event) => report(`rejection: ${String(event.reason)}`));
addEventListener('securitypolicyviolation', (event) => {
  report(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
});
const logError = console.error.bind(console);
console.error = (...values: unknown[]) => {
  report(`console: ${values.map(String).join(' ')}`);
  logError(...values);
};
