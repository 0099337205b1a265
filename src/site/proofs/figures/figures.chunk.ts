/** What the mark of a figure, or of a promise, loads: its proof, and the sandbox to run it in. */
import { openPrivate } from '../../private-sandbox.ts';
import { lineElement } from '../line-element.ts';
import { promiseProofs } from '../promises/promise-proofs.ts';
import { figureProofs } from './figure-proofs.ts';
import '../proof-lines.css';
import './figure-proof.css';

const proofs = { ...figureProofs(), ...promiseProofs() };
/** Pixels between the panel and the mark, and the edge of the window. */
const GAP = 8;

let panel: HTMLElement | undefined;
let opener: HTMLElement | undefined;
/** The proof whose lines are wanted: one that ends later shows nothing. */
let wanted = 0;

/** Runs the proof of a figure, and shows its lines beside it. @param figure the element that has the name and the figure */
export async function showProof(figure: HTMLElement): Promise<void> {
  const run = (wanted += 1);
  const { list, verdict } = open(figure, `Proof: ${figure.textContent.trim()}`);
  list.replaceChildren();
  verdict.textContent = 'Running, in this page, on a sandbox of its own…';
  const lines = await linesOf(figure.dataset['figure'] ?? '');
  if (run !== wanted) return;
  list.replaceChildren(...lines.map(lineElement));
  const isKept = lines.every(({ tone }) => tone !== 'error');
  verdict.textContent = `${isKept ? 'Kept' : 'Not kept'}. Run just now, in this page, on a sandbox of its own.`;
  place(figure);
}

async function linesOf(name: string) {
  try {
    const proof = proofs[name];
    if (!proof) throw new Error(`there is no proof of “${name}”`);
    return await proof(await openPrivate());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ text: `It could not be run here: ${reason}`, tone: 'error' } as const];
  }
}

function open(figure: HTMLElement, title: string): { list: HTMLElement; verdict: HTMLElement } {
  panel ??= makePanel();
  opener = figure.querySelector('button') ?? undefined;
  panel.setAttribute('aria-label', title);
  const [heading, list, verdict] = panel.children as unknown as [HTMLElement, HTMLElement, HTMLElement];
  heading.textContent = title;
  panel.showPopover();
  place(figure);
  panel.focus({ preventScroll: true });
  return { list, verdict };
}

function makePanel(): HTMLElement {
  const made = document.createElement('div');
  made.popover = 'auto';
  made.className = 'figure-proof';
  made.tabIndex = -1;
  made.setAttribute('role', 'dialog');
  const list = document.createElement('ol');
  list.className = 'proof-lines';
  const verdict = document.createElement('p');
  verdict.setAttribute('role', 'status');
  made.append(document.createElement('p'), list, verdict);
  made.addEventListener('toggle', ({ newState }) => {
    const isLost = document.activeElement === document.body || made.contains(document.activeElement);
    if (newState === 'closed' && isLost) opener?.focus({ preventScroll: true });
  });
  document.body.append(made);
  return made;
}

/** Below the figure, within the window's width; it scrolls with the page. */
function place(figure: HTMLElement): void {
  if (!panel) return;
  const { left, bottom } = figure.getBoundingClientRect();
  const right = document.documentElement.clientWidth - panel.offsetWidth - GAP;
  panel.style.setProperty('left', `${Math.max(GAP, Math.min(left - GAP, right)) + scrollX}px`);
  panel.style.setProperty('top', `${bottom + GAP + scrollY}px`);
}
