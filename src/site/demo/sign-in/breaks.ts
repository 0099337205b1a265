import type { StepId } from './steps.ts';

/** A way for a sign-in to go. */
export interface Course {
  readonly id: string;
  /** In the list of what can be broken. */
  readonly label: string;
  readonly steps: readonly StepId[];
}

const TO_CONSENT = ['secrets', 'ask'] as const;
const TO_CODE = [...TO_CONSENT, 'approve', 'compare'] as const;
const TO_TOKENS = [...TO_CODE, 'exchange', 'call'] as const;

/** All ways: the right one first. Each other breaks one thing, and then looks at what else is lost by it. */
export const courses: readonly [Course, ...Course[]] = [
  { id: 'none', label: 'Nothing', steps: [...TO_TOKENS, 'refresh', 'sign-out'] },
  { id: 'state-missing', label: 'No state', steps: ['secrets', 'ask-without-state'] },
  { id: 'redirect-unregistered', label: 'A redirect_uri that is not registered', steps: ['secrets', 'ask-elsewhere'] },
  { id: 'denied', label: 'The user says no', steps: [...TO_CONSENT, 'deny'] },
  { id: 'state-other', label: 'The state of another sign-in', steps: [...TO_CONSENT, 'approve', 'compare-foreign'] },
  { id: 'verifier-wrong', label: 'Another verifier', steps: [...TO_CODE, 'exchange-wrong-verifier', 'exchange-right'] },
  {
    id: 'verifier-short',
    label: 'A verifier that is too short',
    steps: [...TO_CODE, 'exchange-short-verifier', 'exchange-right'],
  },
  {
    id: 'redirect-changed',
    label: 'Another redirect_uri in the exchange',
    steps: [...TO_CODE, 'exchange-elsewhere', 'exchange-right'],
  },
  {
    id: 'code-reused',
    label: 'The code is used twice',
    steps: [...TO_TOKENS, 'exchange-again', 'call-after', 'refresh-after'],
  },
  {
    id: 'scope-wider',
    label: 'A refresh that asks for a scope more',
    steps: [...TO_TOKENS, 'refresh-wider', 'call-after', 'refresh-after'],
  },
  {
    id: 'refresh-replayed',
    label: 'A refresh token is used twice',
    steps: [...TO_TOKENS, 'refresh', 'refresh-again', 'call-after', 'refresh-after'],
  },
];

export function courseOf(id: string): Course {
  return courses.find((course) => course.id === id) ?? courses[0];
}
