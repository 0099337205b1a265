import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import type { RequestInput } from '../request/input/request-input.ts';
import type { ApiResponse } from '../../session/request/send-request.ts';
import { BodyView } from './body/BodyView.tsx';
import { ContractReport } from './contract/ContractReport.tsx';
import { useContractCheck } from './contract/use-contract-check.ts';
import { HeaderList } from './headers/HeaderList.tsx';
import { rateLimitOf } from './headers/rate-limit.ts';
import { RateLimitMeter } from './headers/RateLimitMeter.tsx';
import { StatusLine } from './StatusLine.tsx';

interface ResponseViewProps {
  operation: BundledOperation;
  call: RequestInput;
  response: ApiResponse;
  /** What the reader may do next about this answer. */
  children?: ComponentChildren;
}

/** An answer of a server: what its status means, whether it keeps the contract, its body and headers. */
export function ResponseView({ operation, call, response, children }: ResponseViewProps) {
  const check = useContractCheck(operation, response);
  const limit = useMemo(() => rateLimitOf(response.headers, Date.now()), [response]);
  return (
    <>
      <StatusLine operation={operation} response={response} />
      {children}
      <ContractReport operation={operation} check={check} />
      <BodyView operation={operation} call={call} response={response} check={check} />
      {limit && <RateLimitMeter limit={limit} />}
      <HeaderList headers={response.headers} />
    </>
  );
}
