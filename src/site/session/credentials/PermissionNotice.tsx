import { useEffect, useState } from 'preact/hooks';
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import type { Session } from '../session.ts';
import { shortfallOf } from './missing-permission.ts';
import { RemedyButton } from './RemedyButton.tsx';

/** A key that is being typed is not judged letter by letter, in milliseconds. */
const patience = 400;

/** What the key or sign-in lacks, as soon as it is known, with the one click that gets it. */
export function PermissionNotice({ operation, session }: { operation: BundledOperation; session: Session }) {
  const shortfall = shortfallOf(operation, session);
  const settled = useSettled(shortfall?.message ?? '');
  if (!shortfall || shortfall.message !== settled) return null;
  return (
    <div class="ob-preflight" role="status">
      <p>{shortfall.message}</p>
      {shortfall.remedies.map((remedy) => (
        <RemedyButton key={remedy.kind} session={session} remedy={remedy} class="ob-link" />
      ))}
    </div>
  );
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), patience);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
