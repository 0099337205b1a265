/** What an agent has done in this tab: rows of the history, each with what takes it back. */

/** Where they are kept for the tab. */
const ACTS = 'orbinto-agent-acts';

export interface AgentAct {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** In a few words of ours: `Sent POST /contacts to the sandbox: 201`. */
  readonly text: string;
  /** Nothing to take back where it is missing. */
  readonly undo?: ActUndo | undefined;
  readonly undone?: boolean | undefined;
}

export type ActUndo =
  /** The console that was closed before, here or, with a path, on the page that was open before. */
  | { readonly kind: 'place'; readonly path?: string | undefined; readonly closes: boolean }
  /** What was filled in before, as a link has it; without one, the example. @see linkTo */
  | { readonly kind: 'form'; readonly operationId: string; readonly fragment?: string | undefined }
  /** A request to the sandbox in the page. */
  | { readonly kind: 'request'; readonly requestId: string };

/** Rows that are kept. */
const MOST = 50;

const listeners = new Set<() => void>();

/** Calls back when an act has come or was taken back. Returns what ends that. */
export function watchActs(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The latest first. Anything may stand in storage; what is no act is passed over. */
export function agentActs(): AgentAct[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(ACTS) ?? '[]') as unknown;
    return Array.isArray(kept) ? kept.filter(isAct) : [];
  } catch {
    return [];
  }
}

export const hasActs = (): boolean => agentActs().length > 0;

/** Forgets them. */
export function forgetActs(): void {
  try {
    sessionStorage.removeItem(ACTS);
  } catch {
    // Storage that cannot be written holds nothing of ours.
  }
  tell();
}

/** Notes what an agent has done. */
export function noteAct(text: string, undo?: ActUndo): void {
  const id = `${Date.now()}-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36) ?? ''}`;
  keep([{ id, time: Date.now(), text, undo }, ...agentActs()].slice(0, MOST));
}

/** Notes that an act was taken back. */
export function markUndone(id: string): void {
  keep(agentActs().map((act) => (act.id === id ? { ...act, undone: true } : act)));
}

function keep(acts: readonly AgentAct[]): void {
  try {
    sessionStorage.setItem(ACTS, JSON.stringify(acts));
  } catch {
    // Storage is full or forbidden: what is done is seen on the page alone.
  }
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

function isAct(value: unknown): value is AgentAct {
  if (typeof value !== 'object' || value === null) return false;
  const { id, time, text, undo } = value as Partial<Record<keyof AgentAct, unknown>>;
  if (typeof id !== 'string' || typeof text !== 'string') return false;
  return typeof time === 'number' && !Number.isNaN(new Date(time).getTime()) && (undo === undefined || isUndo(undo));
}

/** An address that leaves this site is none of ours. */
function isUndo(value: unknown): value is ActUndo {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, path, operationId, fragment, requestId } = value as Record<string, unknown>;
  if (kind === 'place') return path === undefined || (typeof path === 'string' && /^\/(?!\/)[\w/.-]*$/.test(path));
  if (kind === 'request') return typeof requestId === 'string';
  return kind === 'form' && typeof operationId === 'string' && ['string', 'undefined'].includes(typeof fragment);
}
