import type { Domain, Instance } from '../domain.ts';
import { domainOf } from '../domains/find.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { isOwn } from '../tables/sources/source.ts';
import type { Data } from '../tables/table.ts';
import { readTables } from './run.ts';

/** So many sources of tables are kept: runs on the same data mostly come together. */
const KEPT = 4;

/** What runs on the same data share: the tables, and the question that was opened last. */
export interface Memory {
  /** The tables of a scenario, read once; undefined where the kind itself finds them, in a scenario that is read anyway. */
  readonly data: (scenario: Scenario) => Promise<Data | undefined>;
  /** What to open the next question with, and how to keep it: options of a run. */
  readonly sharing: () => { readonly near: Instance | undefined; readonly onOpen: (instance: Instance) => void };
}

/** A memory for runs that are made one after the other. */
export function memoryOf(kinds: readonly Domain[] = []): Memory {
  const known = new Map<string, Data>();
  let near: Instance | undefined;
  return {
    data: async (scenario) => {
      const { kind, settings } = scenario;
      if (isOwn(settings.data)) return undefined;
      const domain = domainOf(kind, kinds);
      // Where settings decide what a sound row is, they are a part of the source.
      const source = JSON.stringify([kind, settings.data, domain.tablesFor === undefined ? null : settings]);
      const data = known.get(source) ?? (await readTables(scenario, domain));
      known.delete(source);
      known.set(source, data);
      if (known.size > KEPT) known.delete(known.keys().next().value!);
      return data;
    },
    sharing: () => ({
      near,
      onOpen: (instance) => {
        near = instance;
      },
    }),
  };
}
