import { found } from '../../operations/not-found.ts';
import type { EventTrigger } from './event-trigger.ts';

/** An operator comes or goes: the one who is longest with the team, unless another is named. */
export const operatorStatusChanged: EventTrigger = (id, { workspace, now, emit }) => {
  const { operators } = workspace.records;
  const row = id === undefined ? operators.rows[0] : operators.get(id);
  const operator = found(row, 'operator', id ?? '').value;
  const status = operator.status === 'online' ? 'offline' : 'online';
  emit('operator.status_changed', operators.put({ ...operator, status, last_active_at: now }).value);
};
