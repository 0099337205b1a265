import { lazy } from '../../lazy.ts';
import { armDemo } from '../arm-demo.ts';

armDemo(
  'limits',
  lazy(() => import('./limits.chunk.ts')),
);
