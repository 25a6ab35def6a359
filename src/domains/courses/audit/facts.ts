import type { Facts, RowFault } from '../../../audit/by-rows.ts';
import type { CourseSettings } from '../scenario.ts';
import type { CourseTables } from '../tables.ts';
import type { Placement } from './look.ts';

/** What the auditor of a timetable looks at. */
export type CourseFacts = Facts<CourseSettings, CourseTables, Placement>;

/** What is wrong with placements. */
export type Faults = readonly RowFault<Placement>[];
