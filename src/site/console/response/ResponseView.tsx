import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import type { Call } from '../request/input/request-input.ts';
import type { Answer } from '../../session/request/send-request.ts';
import { BodyView } from './body/BodyView.tsx';
import { ContractReport } from './contract/ContractReport.tsx';
import { useContractCheck } from './contract/use-contract-check.ts';
import { HeaderList } from './headers/HeaderList.tsx';
import { rateLimitOf } from './headers/rate-limit.ts';
import { RateLimitMeter } from './headers/RateLimitMeter.tsx';
import { StatusLine } from './StatusLine.tsx';

interface AnswerViewProps {
  operation: BundledOperation;
  call: Call;
  answer: Answer;
  /** What the reader may do next about this answer. */
  children?: ComponentChildren;
}

/** An answer of a server: what its status means, whether it keeps the contract, its body and headers. */
export function AnswerView({ operation, call, answer, children }: AnswerViewProps) {
  const check = useContractCheck(operation, answer);
  const limit = useMemo(() => rateLimitOf(answer.headers, Date.now()), [answer]);
  return (
    <>
      <StatusLine operation={operation} answer={answer} />
      {children}
      <ContractReport operation={operation} check={check} />
      <BodyView operation={operation} call={call} answer={answer} check={check} />
      {limit && <RateLimitMeter limit={limit} />}
      <HeaderList headers={answer.headers} />
    </>
  );
}
