import type { BundledOperation, BundledParameter } from '../../../openapi/bundle/bundled-operation.ts';
import { editableParameters, fieldOf, schemaObject } from './input/request-input.ts';
import type { RequestInput } from './input/request-input.ts';
import type { Problem } from './problems.ts';
import { ParameterField } from './ParameterField.tsx';

interface ParameterFieldsProps {
  /** Prefix of ids, unique on the page. */
  id: string;
  operation: BundledOperation;
  call: RequestInput;
  problems: Problem[];
  onInput: (field: string, value: string) => void;
}

/** Required parameters in sight, optional ones folded. */
export function ParameterFields(props: ParameterFieldsProps) {
  const parameters = editableParameters(props.operation);
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

function field(parameter: BundledParameter, { id, operation, call, problems, onInput }: ParameterFieldsProps) {
  const name = fieldOf(parameter);
  return (
    <ParameterField
      key={name}
      id={`${id}-${name}`}
      field={name}
      parameter={parameter}
      schema={schemaObject(operation, parameter.schema)}
      value={call.values[name] ?? ''}
      problem={problems.find((problem) => problem.field === name)?.message}
      onInput={(value) => onInput(name, value)}
    />
  );
}
