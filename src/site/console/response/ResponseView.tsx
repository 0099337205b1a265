import type { ComponentChildren } from 'preact';
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import type { RequestInput } from '../request/input/request-input.ts';
import type { ApiResponse } from '../../session/request/send-request.ts';
import { BodyView } from './body/BodyView.tsx';
import { ContractReport } from './contract/ContractReport.tsx';
import { useContractCheck } from './contract/use-contract-check.ts';
import { HeaderList } from './headers/HeaderList.tsx';
import { RateLimitMeter } from './headers/RateLimitMeter.tsx';
import { Guarded } from '../../ui/guard/Guarded.tsx';
import { RawText } from './body/RawText.tsx';
import { StatusLine } from './StatusLine.tsx';

interface ResponseViewProps {
  operation: BundledOperation;
  call: RequestInput;
  response: ApiResponse;
  /** What the reader may do next about this answer. */
  children?: ComponentChildren;
}

/**
 * An answer of a server: what its status means, whether it keeps the contract, its body and headers. Whatever a server
 * sends, a part that cannot show it leaves the others as they are.
 */
export function ResponseView({ operation, call, response, children }: ResponseViewProps) {
  const check = useContractCheck(operation, response);
  const { headers, text } = response;
  return (
    <>
      <Guarded name={`The status ${response.status}`}>
        <StatusLine operation={operation} response={response} />
      </Guarded>
      <Guarded name="What to do next">{children}</Guarded>
      <Guarded name="The comparison with the specification">
        <ContractReport operation={operation} check={check} />
      </Guarded>
      <Guarded name="The body as a tree" plain={text !== undefined && <RawText text={text} />}>
        <BodyView operation={operation} call={call} response={response} check={check} />
      </Guarded>
      <Guarded name="The rate limit">
        <RateLimitMeter headers={headers} />
      </Guarded>
      <Guarded name="The headers">
        <HeaderList headers={headers} />
      </Guarded>
    </>
  );
}
