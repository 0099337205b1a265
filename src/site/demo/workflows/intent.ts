import { lazy } from '../../lazy.ts';
import { armDemo } from '../arm-demo.ts';

armDemo(
  'workflows',
  lazy(() => import('./workflows.chunk.ts')),
);
