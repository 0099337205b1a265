import type { BundledOperation } from '../../../openapi/bundle/bundled-operation.ts';
import type { Outcome } from '../../session/request/send-request.ts';
import { contractCheck } from './contract/check-response.ts';
import { countText } from './contract/ContractReport.tsx';
import { isCheckedAtOnce } from './contract/use-contract-check.ts';
import { formatTime } from '../../ui/response/measures.ts';
import type { Problem } from '../request/problems.ts';
import { reasonOf } from '../../ui/response/status.ts';

/** What a screen reader tells of an outcome, once; the answer itself is left to be read at will. */
export function announcementOf(operation: BundledOperation, outcome: Outcome, refused?: Problem): string {
  if (outcome.kind === 'failure') return `No response. ${outcome.failure.title}. ${outcome.failure.explanation}`;
  const { status, milliseconds } = outcome;
  const count = isCheckedAtOnce(outcome) ? contractCheck(operation, outcome).violations.length : 0;
  const reason = reasonOf(status);
  const line = `Response: ${status}${reason && ` ${reason}`}, after ${formatTime(milliseconds)}`;
  return [line, ...(refused ? [refused.message] : []), ...(count > 0 ? [countText(count)] : [])].join('. ');
}
