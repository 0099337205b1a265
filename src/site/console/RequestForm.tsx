import type { OperationSlice } from '../../openapi/slice.ts';
import { bodyMediaType } from './call.ts';
import type { Call } from './call.ts';
import { BodyField } from './form/BodyField.tsx';
import { ConnectionFields } from './form/ConnectionFields.tsx';
import { ParameterFields } from './form/ParameterFields.tsx';
import type { Problem } from './problems.ts';
import { jsonMediaType } from './request.ts';
import type { Session } from './session.ts';

interface RequestFormProps {
  /** Prefix of ids, unique on the page. */
  id: string;
  slice: OperationSlice;
  session: Session;
  call: Call;
  problems: Problem[];
  onCall: (call: Call) => void;
}

/** All that a reader can set: where to, as whom, with what. */
export function RequestForm({ id, slice, session, call, problems, onCall }: RequestFormProps) {
  const mediaType = bodyMediaType(slice);
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <div class="ob-form">
      <ConnectionFields id={id} slice={slice} session={session} keyProblem={problemOf('key')} />
      <ParameterFields
        id={id}
        slice={slice}
        call={call}
        problems={problems}
        onInput={(field, value) => onCall({ ...call, values: { ...call.values, [field]: value } })}
      />
      {mediaType !== undefined && (
        <BodyField
          id={`${id}-body`}
          mediaType={mediaType}
          json={jsonMediaType(slice) !== undefined}
          required={slice.body?.required ?? false}
          value={call.body}
          problem={problemOf('body')}
          onInput={(body) => onCall({ ...call, body })}
        />
      )}
    </div>
  );
}
