import { useEffect, useState } from 'preact/hooks';
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import type { Session } from '../session.ts';
import { Guarded } from '../../ui/guard/Guarded.tsx';
import { missingPermissionOf } from './missing-permission.ts';
import { RemedyButton } from './RemedyButton.tsx';

interface PermissionNoticeProps {
  operation: BundledOperation;
  session: Session;
}

/** Milliseconds without a change after which a key counts as typed. */
const typingPause = 400;

/** What the key or sign-in lacks, as soon as it is known, with the one click that gets it. */
export function PermissionNotice(props: PermissionNoticeProps) {
  return (
    <Guarded name="What the key may do">
      <Notice {...props} />
    </Guarded>
  );
}

function Notice({ operation, session }: PermissionNoticeProps) {
  const missing = missingPermissionOf(operation, session);
  const settled = useSettled(missing?.message ?? '');
  if (!missing || missing.message !== settled) return null;
  return (
    <div class="ob-preflight" role="status">
      <p>{missing.message}</p>
      {missing.remedies.map((remedy) => (
        <RemedyButton key={remedy.kind} session={session} remedy={remedy} class="ob-link" />
      ))}
    </div>
  );
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), typingPause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
