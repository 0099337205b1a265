import type { Bytes } from './bytes.ts';
import { mistakes } from './mistakes.ts';
import type { MistakeId } from './mistakes.ts';

/** What a reader has of a delivery that is refused. */
export interface Pasted {
  /** As the handler has it. */
  readonly body: Bytes;
  /** A header a line, or JSON. */
  readonly headers: string;
  /** What the handler verifies with. */
  readonly secret: string;
  /** Further secrets that it could have been, one a line. */
  readonly otherSecrets?: string;
  /** The signature that the handler's own code came to. */
  readonly computed?: string;
  /** When it was received: Unix time in seconds. */
  readonly receivedAt: number;
}

/** One thing that is wrong. */
export interface Finding {
  readonly mistake: MistakeId;
  /** Where: `the body`, a header's name, `what your code computed`. */
  readonly about: string;
}

/** What was found of one signature, or of the time. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
}

export type Diagnosis =
  /** Nothing can be said of it; the line tells why and what to do. */
  | { readonly kind: 'unreadable'; readonly problem: string }
  | { readonly kind: 'valid'; readonly notes: readonly string[] }
  | ({ readonly kind: 'mistaken' } & Judgement);

/** The findings of one signature. @param signature where it stands */
export function findingsOf(found: readonly MistakeId[], signature: string): Finding[] {
  return found.map((mistake) => {
    const { part } = mistakes[mistake];
    if (mistake === 'wrong-secret') return { mistake, about: 'the secret, or the body' };
    return { mistake, about: part === 'body' || part === 'secret' ? `the ${part}` : signature };
  });
}
