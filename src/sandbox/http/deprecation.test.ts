import { expect, test } from 'vitest';
import { CORS_HEADERS } from '../checks/cors.ts';
import { deprecationHeaders } from './deprecation.ts';

const exposed = CORS_HEADERS['Access-Control-Expose-Headers'] ?? '';

test('since when an operation is deprecated is told, and until when it works where that is settled', () => {
  expect(deprecationHeaders({ since: 60 })).toEqual({
    Deprecation: '@60',
    'Access-Control-Expose-Headers': `${exposed}, Deprecation`,
  });
  expect(deprecationHeaders({ since: 60, sunset: 86_400 })).toEqual({
    Deprecation: '@60',
    Sunset: 'Fri, 02 Jan 1970 00:00:00 GMT',
    'Access-Control-Expose-Headers': `${exposed}, Deprecation, Sunset`,
  });
});
