import { armDemo } from '../../demo/arm-demo.ts';
import { lazy } from '../../lazy.ts';

armDemo(
  'machine',
  lazy(() => import('./machine.chunk.ts')),
);
