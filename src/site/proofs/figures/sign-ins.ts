import type { PrivateSandbox } from '../../../sandbox/browser.ts';
import { oauth } from '../../../sandbox/generated/policies.ts';
import { SignIn } from '../../demo/sign-in/sign-in.ts';
import type { ReadForm } from '../../demo/sign-in/sign-in.ts';
import type { StepId } from '../../demo/sign-in/steps.ts';
import { count, duration } from '../../facts/prose-numbers.ts';
import type { ProofLine } from '../proof.ts';
import type { FigureProof } from './ground.ts';

/** A life that is looked at from both sides of its end. */
interface Life {
  readonly seconds: number;
  /** As prose says it. */
  readonly said: string;
  /** What begins it. */
  readonly until: readonly StepId[];
  /** What works as long as it lasts. */
  readonly use: StepId;
}

const TO_CODE = ['secrets', 'ask', 'approve', 'compare'] as const;
const TO_TOKENS = [...TO_CODE, 'exchange'] as const;

/** Proofs of how long codes and tokens live. @param readForm how the hidden fields of the consent page are read */
export function signInProofs(readForm: ReadForm): {
  readonly [Name in 'authorizationCode' | 'accessToken' | 'refreshIdle']: FigureProof;
} {
  const prove = (life: Life): FigureProof => {
    return async (sandbox) => [
      await line(sandbox, readForm, life, 'A moment before'),
      await line(sandbox, readForm, life, 'After'),
    ];
  };
  const days = oauth.refresh_idle_days;
  return {
    authorizationCode: prove({
      seconds: oauth.code_seconds,
      said: duration(oauth.code_seconds),
      until: TO_CODE,
      use: 'exchange',
    }),
    accessToken: prove({
      seconds: oauth.access_token_seconds,
      said: duration(oauth.access_token_seconds),
      until: TO_TOKENS,
      use: 'call',
    }),
    refreshIdle: prove({ seconds: days * 86_400, said: `${count(days)} days`, until: TO_TOKENS, use: 'refresh' }),
  };
}

/** One sign-in, used on one side of the end. */
async function line(
  sandbox: PrivateSandbox,
  readForm: ReadForm,
  { seconds, said, until, use }: Life,
  side: 'A moment before' | 'After',
): Promise<ProofLine> {
  const signIn = new SignIn(sandbox, readForm);
  for (const step of until) {
    const { isRefused, says } = await signIn.do(step);
    if (isRefused) throw new Error(says);
  }
  const isAfter = side === 'After';
  sandbox.advance(seconds * 1000 - (isAfter ? 0 : 1));
  const { isRefused, says } = await signIn.do(use);
  const tone = isRefused === isAfter ? (isAfter ? 'refused' : 'ok') : 'error';
  return { text: `${isAfter ? 'After' : 'A moment before'} ${said}: ${says}`, tone };
}
