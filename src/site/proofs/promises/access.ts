/** What the authentication guide promises beside its figures. */
import { SignIn } from '../../demo/sign-in/sign-in.ts';
import type { ReadForm } from '../../demo/sign-in/sign-in.ts';
import type { StepId } from '../../demo/sign-in/steps.ts';
import { steps } from '../../demo/sign-in/steps.ts';
import { ask, claim, refusal } from '../figures/ground.ts';
import type { FigureProof } from '../figures/ground.ts';

const TO_TOKENS = ['secrets', 'ask', 'approve', 'compare', 'exchange', 'call'] as const;

/** One request that reads, one that writes and one for webhooks, by a key of each level. */
export const levelsAreCumulative: FigureProof = async (sandbox) => {
  let number = 0;
  const write = (level: 'read' | 'write' | 'admin') =>
    ask(sandbox, 'POST', '/v1/contacts', { level, body: { email: `contact.${(number += 1)}@example.com` } });
  const [reads, writes, manages] = [
    await Promise.all(
      (['read', 'write', 'admin'] as const).map((level) => ask(sandbox, 'GET', '/v1/contacts', { level })),
    ),
    [await write('write'), await write('admin')],
    await ask(sandbox, 'GET', '/v1/webhooks'),
  ];
  return [
    claim(
      `read, write and admin read contacts: ${reads.map(({ status }) => status).join(', ')}`,
      reads.every(({ ok }) => ok),
    ),
    claim(
      `write and admin create one: ${writes.map(({ status }) => status).join(', ')}`,
      writes.every(({ ok }) => ok),
    ),
    await refusal('read creates one', await write('read'), 'insufficient_scope'),
    claim(`admin reads webhooks: ${manages.status}`, manages.ok),
    await refusal(
      'write reads webhooks',
      await ask(sandbox, 'GET', '/v1/webhooks', { level: 'write' }),
      'insufficient_scope',
    ),
  ];
};

/** A key that looks like one of the live API. */
export const liveKeyRefused: FigureProof = async (sandbox) => {
  const response = await ask(sandbox, 'GET', '/v1/contacts', { token: 'sk_live_0123456789abcdef' });
  return [await refusal('sk_live_…', response, 'live_key_in_sandbox')];
};

/** Proofs of what ends when a code or a token is used wrongly. @param readForm how the hidden fields of the consent page are read */
export function signInPromises(readForm: ReadForm): {
  readonly [Name in 'codeOnce' | 'refreshOnce' | 'signOutEnds']: FigureProof;
} {
  /** @param after steps that must work · @param refused steps that must not, after them */
  const prove =
    (after: readonly StepId[], refused: readonly StepId[]): FigureProof =>
    async (sandbox) => {
      const signIn = new SignIn(sandbox, readForm);
      const lines = [];
      for (const id of [...TO_TOKENS, ...after, ...refused]) {
        const { isRefused, says } = await signIn.do(id);
        if (refused.includes(id))
          lines.push({ text: `${steps[id].title}: ${says}`, tone: isRefused ? 'refused' : 'error' } as const);
        else if (isRefused) throw new Error(says);
      }
      return lines;
    };
  return {
    codeOnce: prove([], ['exchange-again', 'call-after', 'refresh-after']),
    refreshOnce: prove(['refresh'], ['refresh-again', 'call-after', 'refresh-after']),
    signOutEnds: prove(['sign-out'], ['call-after', 'refresh-after']),
  };
}
