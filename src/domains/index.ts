import type { Domain } from '../pipeline/domain.ts';
import { loans } from './loans/index.ts';
import { rotation } from './rotation/index.ts';

/** Every kind of problem that a scenario can be of. */
export const domains: readonly Domain[] = [loans, rotation];
