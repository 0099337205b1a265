/** Why a step was not done. Nothing is lost by it. */
export function StepFault({ fault }: { fault: string | undefined }) {
  if (fault === undefined) return null;
  return (
    <p class="ob-fault" role="alert">
      This step was not done: {fault}. Press again to try once more.
    </p>
  );
}
