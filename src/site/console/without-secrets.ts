/** Takes out of a call what looks like a secret, before it is kept or put into a link. */
import { isSecret, withoutSecretText } from '../../text/without-secrets.ts';
import type { RequestInput } from './request/input/request-input.ts';

export interface CleanInput {
  call: RequestInput;
  /** Whether something was taken out. */
  removed: boolean;
}

/** The call without what looks like a secret: a parameter is left out, in a body a blank text stands in its place. */
export function withoutSecrets({ values, body, ...rest }: RequestInput): CleanInput {
  const kept = Object.entries(values).filter(([name, value]) => value === '' || !isSecret(name, value));
  const cleanBody = withoutSecretText(body);
  return {
    call: { ...rest, values: Object.fromEntries(kept), body: cleanBody },
    removed: kept.length < Object.keys(values).length || cleanBody !== body,
  };
}
