import type { Records } from '../records/collections.ts';

type Operator = Records['operators'];

/** The seeded team, newest first. */
export function operators(): Operator[] {
  return [
    operator('op_xyz789', 'Maya Chen', 'agent', 'online', '2025-11-17T08:30:00Z', '2026-02-11T10:34:10Z', true),
    operator('op_abc123', 'Tom Becker', 'admin', 'offline', '2025-09-01T09:00:00Z', '2026-02-10T16:05:12Z'),
    operator('op_def456', 'Leticia Moura', 'agent', 'online', '2025-06-16T07:45:00Z', '2026-02-11T10:29:37Z', true),
    operator('op_ghi789', 'Aled Morgan', 'agent', 'offline', '2025-03-03T10:15:00Z', '2026-02-09T17:58:21Z'),
    operator('op_jkl012', 'Saoirse Byrne', 'agent', 'online', '2024-10-21T08:00:00Z', '2026-02-11T10:31:55Z', true),
    operator('op_mno345', 'Henrik Dahl', 'owner', 'offline', '2024-05-06T06:30:00Z', '2026-02-11T07:12:48Z'),
  ];
}

/** The ids of the seeded operators besides Maya, who has a fixed share of the conversations. */
export const OTHER_OPERATORS = ['op_abc123', 'op_def456', 'op_ghi789', 'op_jkl012', 'op_mno345'];

function operator(
  id: string,
  name: string,
  role: Operator['role'],
  status: Operator['status'],
  created_at: string,
  last_active_at: string,
  hasPicture = false,
): Operator {
  const [first = '', last = ''] = name.toLowerCase().split(' ');
  return {
    id,
    name,
    email: `${first}.${last}@example.com`,
    role,
    status,
    avatar_url: hasPicture ? `https://cdn.example.com/avatars/${first}.png` : null,
    created_at,
    last_active_at,
  };
}
