import { lazy } from '../../lazy.ts';
import { armDemo } from '../arm-demo.ts';

armDemo(
  'sign-in',
  lazy(() => import('./sign-in-steps.chunk.ts')),
);
