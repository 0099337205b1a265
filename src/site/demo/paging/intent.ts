import { lazy } from '../../lazy.ts';
import { armDemo } from '../arm-demo.ts';

armDemo(
  'paging',
  lazy(() => import('./paging.chunk.ts')),
);
