import { domainOf } from '../domains/find.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { loadData } from '../tables/load.ts';
import type { Data } from '../tables/table.ts';

/** Gives the tables of a scenario, read once from each source; nothing for tables within the scenario itself. */
export type DataOnce = (scenario: Scenario) => Data | undefined;

/** A reader that remembers what it has read: scenarios that differ in policy alone read the same tables. */
export function dataOnce(): DataOnce {
  const read = new Map<string, Data>();
  return ({ kind, settings }) => {
    if ('inline' in settings.data) return undefined;
    const domain = domainOf(kind);
    const specs = domain.tablesFor?.(settings) ?? domain.tables;
    // Where settings decide what a sound row is, they are a part of the source.
    const source = JSON.stringify([kind, settings.data, domain.tablesFor === undefined ? null : settings]);
    const data = read.get(source) ?? loadData(specs, settings.data, domain.sample);
    read.set(source, data);
    return data;
  };
}
