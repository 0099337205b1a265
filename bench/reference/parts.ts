import type { Bench } from '../report.ts';
import { open as send } from '../console/open.ts';
import { build } from './build.ts';
import { growth } from './growth.ts';
import { lighthouse } from './lighthouse.ts';
import { page } from './page.ts';

/** The reference beside what else makes one of an OpenAPI document. */
export const parts: Bench = { build, growth, page, send, lighthouse };
