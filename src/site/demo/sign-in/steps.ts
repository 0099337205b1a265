/** The steps of a sign-in: who does what, and what is checked. The order, and what goes wrong, is `breaks.ts`. */
import { oauth } from '../../../sandbox/generated/policies.ts';

interface StepText {
  readonly title: string;
  /** Who sends to whom. */
  readonly who: string;
  /** What the one who receives it checks, in the order of its answer. */
  readonly checks: readonly string[];
}

const ASK: StepText = {
  title: 'Send the user to Orbinto',
  who: 'Browser → Orbinto',
  checks: [
    'The client_id is that of a registered client.',
    'The redirect_uri equals a registered one, character for character. Until here a mistake is shown to the user, and nobody is sent back.',
    'The state is there.',
    'The code_challenge is there, and its method is S256.',
    'Each scope exists.',
  ],
};

const DECIDE: StepText = {
  title: 'The user approves',
  who: 'Browser → Orbinto',
  checks: ['The form comes from the consent page, and that page was not answered before.', 'The user approves.'],
};

const COMPARE: StepText = {
  title: 'Compare state and iss',
  who: 'Your app',
  checks: ['The state is that of this sign-in.', 'The iss is the server that was asked.'],
};

const EXCHANGE: StepText = {
  title: 'Exchange the code',
  who: 'Your app → Orbinto',
  checks: [
    'The code_verifier has 43 to 128 characters, of the kinds that are allowed.',
    'The code is known, and this client got it.',
    'It was not used before.',
    `It is not older than ${oauth.code_seconds} seconds.`,
    'The redirect_uri is that of the first step.',
    'The SHA-256 of the code_verifier is the code_challenge of the first step.',
  ],
};

const CALL: StepText = {
  title: 'Call the API',
  who: 'Your app → Orbinto',
  checks: ['The access token is known, and has not ended.', 'It has the scope of the operation.'],
};

const REFRESH: StepText = {
  title: 'Refresh',
  who: 'Your app → Orbinto',
  checks: [
    'The refresh token is known.',
    'It was not used before.',
    `It was given within the last ${oauth.refresh_idle_days} days.`,
    'Each scope is one that the user granted.',
  ],
};

export const steps = {
  secrets: { title: 'Make the secrets', who: 'Your app', checks: [] },
  ask: ASK,
  'ask-without-state': { ...ASK, title: 'Send the user to Orbinto, without a state' },
  'ask-elsewhere': { ...ASK, title: 'Send the user to Orbinto, with an address that is not registered' },
  approve: DECIDE,
  deny: { ...DECIDE, title: 'The user says no' },
  compare: COMPARE,
  'compare-foreign': { ...COMPARE, title: 'Compare state and iss: somebody slipped their own answer in' },
  exchange: EXCHANGE,
  'exchange-wrong-verifier': { ...EXCHANGE, title: 'Exchange the code, with another verifier' },
  'exchange-short-verifier': { ...EXCHANGE, title: 'Exchange the code, with a verifier that is too short' },
  'exchange-elsewhere': { ...EXCHANGE, title: 'Exchange the code, with another redirect_uri' },
  'exchange-right': { ...EXCHANGE, title: 'What is lost? Exchange the code as it should be' },
  'exchange-again': { ...EXCHANGE, title: 'Send the code once more' },
  call: CALL,
  'call-after': { ...CALL, title: 'What is lost? Call the API with the access token' },
  refresh: REFRESH,
  'refresh-wider': { ...REFRESH, title: 'Refresh, and ask for a scope more' },
  'refresh-again': { ...REFRESH, title: 'Send the old refresh token once more' },
  'refresh-after': { ...REFRESH, title: 'What else is lost? Refresh with the newest refresh token' },
  'sign-out': { title: 'Sign out', who: 'Your app → Orbinto', checks: [] },
} as const satisfies Readonly<Record<string, StepText>>;

export type StepId = keyof typeof steps;
