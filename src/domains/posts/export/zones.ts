import { recordsOf, textOf } from '../../../report/chapter.ts';
import type { Run } from '../../../runs/run.ts';

/** The time zone of each channel of a run. */
export const zonesOf = ({ tables }: Run): ReadonlyMap<string, string> =>
  new Map(recordsOf(tables.channels).map((row) => [textOf(row, 'channel'), textOf(row, 'zone')]));
