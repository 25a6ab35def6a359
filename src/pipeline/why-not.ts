import { basename } from 'node:path';
import type { Domain } from '../domain.ts';
import type { Fields, Settings } from '../scenario/scenario.ts';
import type { Data } from '../tables/table.ts';

/**
 * Why no candidate has some fields: rows of the data that were left out, each with its place and the reason; columns
 * that no candidate has; then what the domain knows.
 */
export function whyNot(domain: Domain, settings: Settings, data: Data, fields: Fields): readonly string[] {
  const left = refusedRows(domain, data, fields);
  const told = left.length > 0 ? left : (domain.whyNot?.(settings, data.tables, fields) ?? []);
  const derived = (domain.schedule.derived ?? []).filter((name) => fields[name] !== undefined);
  return [
    ...derived.map((name) => `${name} follows from the schedule as a whole: no candidate has one by itself`),
    ...told,
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
