import { COMPARISON } from './entries/comparison.ts';
import { COURSES } from './entries/courses.ts';
import { LEARN } from './entries/learn.ts';
import { LOANS } from './entries/loans.ts';
import { ROTATION } from './entries/rotation.ts';
import { RUN } from './entries/run.ts';
import { SWEEP } from './entries/sweep.ts';
import { MANY_WEEKS } from './entries/weeks.ts';

/** Every chart, in the order of the gallery. */
export const ENTRIES = [...RUN, ...LOANS, ...MANY_WEEKS, ...ROTATION, ...COURSES, ...COMPARISON, ...SWEEP, ...LEARN];
