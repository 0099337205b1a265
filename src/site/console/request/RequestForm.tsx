import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import { ConnectionFields } from './ConnectionFields.tsx';
import { ParameterFields } from './ParameterFields.tsx';
import type { BodyParts } from './load-body.ts';
import type { Problem } from './problems.ts';
import { RequestTools } from './RequestTools.tsx';
import type { Session } from '../../session/session.ts';
import type { useConsole } from '../use-console.ts';

interface RequestFormProps {
  /** Prefix of ids, unique on the page. */
  id: string;
  operation: BundledOperation;
  session: Session;
  /** Of an operation that takes a body. */
  body: BodyParts | undefined;
  /** Those to show. */
  problems: Problem[];
  console: ReturnType<typeof useConsole>;
  onClose: () => void;
}

/** All that a reader can set: environment, credentials, parameters and body. */
export function RequestForm({ id, operation, session, body, problems, console, onClose }: RequestFormProps) {
  const { call, setCall, replace, files } = console;
  const keyProblem = problems.find(({ field }) => field === 'key')?.message;
  return (
    <div class="ob-form">
      <ConnectionFields
        id={id}
        operation={operation}
        session={session}
        keyProblem={session.secret === '' ? keyProblem : undefined}
      />
      <ParameterFields
        id={id}
        operation={operation}
        call={call}
        problems={problems}
        onInput={(field, value) => setCall({ ...call, values: { ...call.values, [field]: value } })}
      />
      {operation.body && body && (
        <body.BodySection
          id={`${id}-body`}
          operation={operation}
          call={call}
          files={files}
          formats={body.formats}
          problems={problems.filter(({ field }) => field === 'body' || field.startsWith('body/'))}
          view={console.view}
          revision={console.revision}
          onView={console.chooseView}
          onShowPlace={console.showInJson}
          onCall={setCall}
          onExample={(text) => replace({ ...call, body: text })}
        />
      )}
      <RequestTools operation={operation} console={console} onClose={onClose} />
    </div>
  );
}
