import type { OperationSlice, SliceParameter } from '../../../openapi/slice.ts';
import { editableParameters, fieldOf, schemaObject } from '../call.ts';
import type { Call } from '../call.ts';
import type { Problem } from '../problems.ts';
import { ParameterField } from './ParameterField.tsx';

interface ParameterFieldsProps {
  /** Prefix of ids, unique on the page. */
  id: string;
  slice: OperationSlice;
  call: Call;
  problems: Problem[];
  onInput: (field: string, value: string) => void;
}

/** Required parameters in sight, optional ones folded. */
export function ParameterFields(props: ParameterFieldsProps) {
  const parameters = editableParameters(props.slice);
  const required = parameters.filter((parameter) => parameter.required);
  const optional = parameters.filter((parameter) => !parameter.required);
  return (
    <>
      {required.map((parameter) => field(parameter, props))}
      {optional.length > 0 && (
        <details class="ob-fold">
          <summary>
            Optional parameters <span class="ob-fold-count">{optional.length}</span>
          </summary>
          {optional.map((parameter) => field(parameter, props))}
        </details>
      )}
    </>
  );
}

function field(parameter: SliceParameter, { id, slice, call, problems, onInput }: ParameterFieldsProps) {
  const name = fieldOf(parameter);
  return (
    <ParameterField
      key={name}
      id={`${id}-${name}`}
      field={name}
      parameter={parameter}
      schema={schemaObject(slice, parameter.schema)}
      value={call.values[name] ?? ''}
      problem={problems.find((problem) => problem.field === name)?.message}
      onInput={(value) => onInput(name, value)}
    />
  );
}
