import type { OperationSlice } from '../../../openapi/slice.ts';
import { needsKey } from '../request.ts';
import type { Session } from '../session.ts';
import { EnvironmentField } from './EnvironmentField.tsx';
import { KeyField } from './KeyField.tsx';
import { MockUrlField } from './MockUrlField.tsx';

interface ConnectionFieldsProps {
  /** Prefix of ids, unique on the page. */
  id: string;
  slice: OperationSlice;
  session: Session;
  keyProblem: string | undefined;
}

/** Where to, and as whom; below both, what the choice means. */
export function ConnectionFields({ id, slice, session, keyProblem }: ConnectionFieldsProps) {
  const { environment } = session;
  const asksForKey = needsKey(slice);
  const hintId = `${id}-connection`;
  return (
    <div class="ob-connection">
      <EnvironmentField id={`${id}-environment`} session={session} hintId={hintId} />
      {asksForKey && <KeyField id={`${id}-key`} session={session} problem={keyProblem} hintId={hintId} />}
      {environment.id === 'mock' && <MockUrlField id={`${id}-mock`} session={session} />}
      <p class="ob-field-hint" id={hintId}>
        {environment.hint} {asksForKey && keyHint(slice, environment.id === 'live')}
      </p>
    </div>
  );
}

function keyHint(slice: OperationSlice, live: boolean): string {
  const level = slice.extensions['x-key-level'];
  const needs = typeof level === 'string' ? `Needs a key of the level “${level}” or higher. ` : '';
  return needs + (live ? 'Your key stays in this page’s memory and is gone when you leave it.' : '');
}
