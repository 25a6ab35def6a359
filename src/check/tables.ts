import { domainOf } from '../domains/find.ts';
import { readTables } from '../pipeline/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Data } from '../tables/table.ts';

/**
 * Reads the tables of scenarios, and keeps the last ones: scenarios of one folder mostly share their data. Where the
 * settings have a say in the tables, the run reads them itself.
 */
export function keepData(): (scenario: Scenario) => Data | undefined {
  let last: { readonly key: string; readonly data: Data } | undefined;
  return (scenario) => {
    const domain = domainOf(scenario.kind);
    if (domain.tablesFor !== undefined || 'inline' in scenario.settings.data) return undefined;
    const key = JSON.stringify([scenario.kind, scenario.settings.data]);
    if (last?.key !== key) last = { key, data: readTables(scenario, domain) };
    return last.data;
  };
}
