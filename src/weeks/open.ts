import { readTables } from '../pipeline/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Data } from '../tables/table.ts';
import { lookAhead, type Weekly } from './look-ahead.ts';

/**
 * What many weeks are planned from: the tables that were read, and where the weeks are over those of their first Monday.
 *
 * @throws Refusal where the tables cannot be read, or do not reach the last week.
 */
export async function openWeeks(scenario: Scenario, domain: Weekly, given?: Data) {
  const { settings } = scenario;
  const read = given ?? (await readTables(scenario, domain));
  const past = domain.horizon.past?.(settings, read.tables);
  const data = past ? { ...read, tables: past.tables } : read;
  lookAhead({ settings, tables: data.tables }, settings.weeks ?? 1, domain);
  return { read, past, data };
}
