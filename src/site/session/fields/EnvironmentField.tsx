import { environments } from '../environments.ts';
import type { EnvironmentId } from '../environments.ts';
import type { Session } from '../session.ts';
import { Field } from '../../ui/fields/Field.tsx';

interface EnvironmentFieldProps {
  id: string;
  session: Session;
  /** Id of the text that tells what the choice means. */
  hintId: string;
}

/** Where requests go. */
export function EnvironmentField({ id, session, hintId }: EnvironmentFieldProps) {
  return (
    <Field id={id} label="Environment">
      <select
        id={id}
        aria-describedby={hintId}
        value={session.environment.id}
        onChange={(event) => session.chooseEnvironment(event.currentTarget.value as EnvironmentId)}
      >
        {Object.values(environments).map(({ id: value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}
