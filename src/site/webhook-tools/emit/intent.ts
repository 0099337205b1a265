import { armDemo } from '../../demo/arm-demo.ts';
import { lazy } from '../../lazy.ts';

armDemo(
  'emit',
  lazy(() => import('./emit.chunk.ts')),
);
