import { escapeStep } from '../../json-text/json-pointer.ts';
import { formText } from '../samples/form-text.ts';
import { jsonText } from '../samples/literal.ts';
import { fillSecrets } from '../samples/request.ts';
import type { SampleRequest, Secret } from '../samples/request.ts';
import type { ExportOptions, FlowingCall, Output, RecordedCall } from './recorded-call.ts';
import { lacksSecretNote, oneLine, spelledValue, titleOf } from './recorded-call.ts';

/** Calls as an Arazzo workflow, in JSON. The key is its input `api_key`. @see https://spec.openapis.org/arazzo/v1.0.1.html */
export function arazzo(calls: FlowingCall[], { title, document }: ExportOptions): string {
  const producers = new Map(
    calls.flatMap(({ name, outputs }) => outputs.map((output) => [output.name, name] as const)),
  );
  const expression = ({ variable }: Secret): string => `$steps.${producers.get(variable) ?? ''}.outputs.${variable}`;
  return jsonText({
    arazzo: '1.0.1',
    info: { title: `Calls of the ${oneLine(title)}`, version: '1.0.0' },
    sourceDescriptions: [{ name: 'api', type: 'openapi', url: document }],
    workflows: [
      {
        workflowId: 'recordedCalls',
        summary: `${calls.length} calls in the order in which they were made`,
        inputs: {
          type: 'object',
          required: ['api_key'],
          properties: { api_key: { type: 'string', format: 'password', description: 'An API key.' } },
        },
        steps: calls.map((call, index) => stepOf(call, index, expression)),
      },
    ],
  });
}

type Expression = (variable: Secret) => string;

function stepOf(call: FlowingCall, index: number, expression: Expression): Record<string, unknown> {
  const { name, operationId, request, status, outputs, lacksSecret } = call;
  const title = titleOf(call, index);
  return {
    stepId: name,
    description: lacksSecret ? `${title}. ${lacksSecretNote}` : title,
    operationId,
    parameters: [
      ...request.headers.filter(([, value]) => typeof value !== 'string').map(secretHeader),
      ...call.parameters.map((parameter) => ({ ...parameter, value: withExpressions(parameter.value, expression) })),
    ],
    ...(request.body !== undefined && { requestBody: bodyOf(request, expression) }),
    successCriteria: [{ condition: `$statusCode == ${status}` }],
    ...(outputs.length > 0 && {
      outputs: Object.fromEntries(outputs.map((output) => [output.name, `$response.body#${pointer(output)}`])),
    }),
  };
}

function secretHeader([name, value]: SampleRequest['headers'][number]): Record<string, string> {
  return { name, in: 'header', value: fillSecrets(value, () => '{$inputs.api_key}') };
}

function bodyOf(request: SampleRequest, expression: Expression): Record<string, unknown> {
  const type = request.headers.find(([name]) => name === 'Content-Type')?.[1];
  const { body, bodyFormat } = request;
  return {
    ...(typeof type === 'string' && { contentType: type }),
    payload: bodyFormat === 'form' ? formText(body) : withExpressions(body, expression),
  };
}

/** What flows is the whole of a text, so its expression stands alone. */
function withExpressions(value: unknown, expression: Expression): unknown {
  return spelledValue(value, expression);
}

/** A text that a runner would take for an expression, `{$inputs.api_key}`, cannot be told from one: such a call has no step. */
export function fitsArazzo({ parameters, request }: RecordedCall): boolean {
  const texts = [jsonText(parameters), jsonText(request.body) ?? ''];
  return !texts.some((text) => /"\$[a-z]|\{\$/i.test(text));
}

function pointer({ path }: Output): string {
  return path.map((step) => `/${escapeStep(String(step))}`).join('');
}
