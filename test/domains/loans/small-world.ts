import type { Instance, Tables } from '../../../src/domain.ts';
import { loans } from '../../../src/domains/loans/index.ts';
import type { LoansSettings } from '../../../src/domains/loans/scenario.ts';
import type { LoansTables } from '../../../src/domains/loans/tables.ts';
import { type World, worldOf } from '../../../src/domains/loans/world.ts';
import { type Given, settingsOf, tablesOf } from './audit-fixture.ts';

/** What a test's question is opened from. */
export interface SmallWorld {
  readonly settings: LoansSettings;
  readonly tables: LoansTables;
  readonly world: World;
}

/** Settings, tables and world, from the little that a test says. */
export function smallWorld(given: Given, keys: Readonly<Record<string, unknown>> = {}): SmallWorld {
  const settings = settingsOf(keys);
  const tables = tablesOf(given);
  return { settings, tables, world: worldOf({ settings, tables }) };
}

/** Opens a question of loans on typed tables. */
export const openLoans = (settings: LoansSettings, tables: LoansTables, near?: Instance): Instance =>
  loans.open(settings, tables as unknown as Tables, { near });

/** The question of a small world, opened. */
export const opened = (given: Given, keys: Readonly<Record<string, unknown>> = {}): Instance =>
  openLoans(settingsOf(keys), tablesOf(given));

/** "V1 P1 22": every candidate in short, in their order. */
export function named({ model, row }: Instance): readonly string[] {
  return Array.from({ length: model.candidates }, (_, j) => {
    const { vin, person_id, start_day } = row(j);
    return `${vin} ${person_id} ${String(start_day).slice(-2)}`;
  });
}

/** The candidates of a small world in short, after every filter. */
export const left = (given: Given, keys: Readonly<Record<string, unknown>> = {}): readonly string[] =>
  named(opened(given, keys));
