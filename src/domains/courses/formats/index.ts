import type { ImportFormat, ScheduleFormat } from '../../../tables/imports/format.ts';
import type { Table } from '../../../tables/table.ts';
import type { CourseSettings } from '../scenario.ts';
import type { CourseTables } from '../tables.ts';
import { fet } from './fet.ts';
import { itc2007, solutionOf } from './itc2007.ts';
import { solutionRows2019 } from './itc2019/solution.ts';
import { itc2019 } from './itc2019.ts';
import { xhstt } from './xhstt.ts';

/** Files of other programs that the kind reads. */
export const formats: readonly ImportFormat[] = [itc2007, itc2019, fet, xhstt];

/** Schedules of other programs. */
export const schedules: readonly ScheduleFormat<CourseSettings>[] = [
  { ending: '.sol', read: solutionOf },
  {
    ending: '.xml',
    read: (text, file, { tables }) =>
      solutionRows2019(text, file, (tables.allowed_times as Table<CourseTables['allowed_times']['rows'][number]>).rows),
  },
];
