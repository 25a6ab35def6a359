import { basename } from 'node:path';
import type { Domain, Instance } from '../domain.ts';
import type { Fields } from '../scenario/scenario.ts';
import type { Data } from '../tables/table.ts';

/** A question that is open, and what it was made from. */
export interface Opened {
  readonly domain: Domain;
  readonly data: Data;
  readonly instance: Instance;
}

/**
 * Why no candidate has some fields: rows of the data that were left out, each with its place and the reason; columns
 * that no candidate has; then what the domain knows.
 */
export function whyNot({ domain, data, instance }: Opened, fields: Fields): readonly string[] {
  const left = refusedRows(domain, data, fields);
  const reasons = left.length > 0 ? left : instance.whyNot(fields);
  const derived = (domain.schedule.derived ?? []).filter((name) => fields[name] !== undefined);
  return [
    ...derived.map((name) => `${name} follows from the schedule as a whole: no candidate has one by itself`),
    ...reasons,
  ];
}

/** Rows of the data that name these values and were not taken in. */
function refusedRows({ schedule }: Domain, { quarantined }: Data, fields: Fields): readonly string[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    quarantined
      .filter(({ table, key }) => table === schedule.tables?.[name] && Object.values(key ?? {}).includes(value))
      .map(({ table, file, line, column, value: cell, reason }) => {
        const what = column === '' ? `"${cell}"` : `${column} "${cell}"`;
        return `${value} was left out of ${table} (${basename(file)}, line ${line}): ${what}: ${reason}`;
      }),
  );
}
