import { armDemo } from '../../demo/arm-demo.ts';
import { lazy } from '../../lazy.ts';

armDemo(
  'doctor',
  lazy(() => import('./doctor.chunk.ts')),
);
