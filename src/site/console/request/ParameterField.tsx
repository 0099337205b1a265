import type { BundledParameter } from '../../../openapi/bundle/bundled-operation.ts';
import type { SchemaObject } from '../../../openapi/document/openapi-document.ts';
import { exampleText, typeOf } from './input/request-input.ts';
import { plainText } from '../../ui/fields/plain-text.ts';
import { Field, describedBy } from '../../ui/fields/Field.tsx';

interface ParameterFieldProps {
  id: string;
  field: string;
  parameter: BundledParameter;
  schema: SchemaObject;
  value: string;
  problem: string | undefined;
  onInput: (value: string) => void;
}

/** One parameter: a choice where the schema names the values, else a line of text. */
export function ParameterField(props: ParameterFieldProps) {
  const { id, field, parameter, schema, value, problem, onInput } = props;
  const hint = plainText(parameter.description || schema.description || '');
  const shared = { id, 'data-field': field, ...describedBy(id, hint, problem) };
  const choices = choicesOf(schema);
  return (
    <Field
      id={id}
      label={parameter.name}
      hint={hint}
      problem={problem}
      marks={<Marks parameter={parameter} schema={schema} />}
    >
      {choices ? (
        <select {...shared} value={value} onChange={(event) => onInput(event.currentTarget.value)}>
          {(!parameter.required || value === '') && <option value="">{defaultLabel(schema)}</option>}
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={typeOf(schema) === 'integer' ? 'numeric' : typeOf(schema) === 'number' ? 'decimal' : undefined}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          required={parameter.required}
          placeholder={placeholderOf(parameter, schema)}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

function Marks({ parameter, schema }: Pick<ParameterFieldProps, 'parameter' | 'schema'>) {
  return (
    <>
      <span class="ob-field-type">{typeLabel(schema)}</span>
      {parameter.required && <span class="ob-field-required">required</span>}
      {parameter.deprecated && <span class="ob-field-deprecated">deprecated</span>}
    </>
  );
}

function typeLabel(schema: SchemaObject): string {
  const type = typeOf(schema) ?? 'any';
  if (type === 'array') return 'list, separated by commas';
  return schema.format !== undefined && type === 'string' ? schema.format : type;
}

function choicesOf(schema: SchemaObject): string[] | undefined {
  if (schema.enum) return schema.enum.filter((value) => value !== null).map(String);
  return typeOf(schema) === 'boolean' ? ['true', 'false'] : undefined;
}

function defaultLabel(schema: SchemaObject): string {
  return schema.default === undefined ? '—' : `— (${String(schema.default)})`;
}

function placeholderOf(parameter: BundledParameter, schema: SchemaObject): string | undefined {
  if (schema.default !== undefined) return String(schema.default);
  return exampleText(parameter) || undefined;
}
