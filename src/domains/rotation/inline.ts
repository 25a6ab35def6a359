import type { Scenario } from '../../scenario/scenario.ts';
import type { RawTable, TableSpec } from '../../tables/table.ts';
import { cellText } from './fields.ts';
import type { RotationSettings } from './scenario.ts';
import { rotationTables } from './tables.ts';

/** The tables that stand in the scenario, as text, each row with its line. */
export function inlineTables(scenario: Scenario<RotationSettings>): readonly RawTable[] {
  return rotationTables.flatMap((spec) => {
    const given = scenario.settings[spec.name as keyof RotationSettings];
    return given === undefined ? [] : [rawOf(scenario, spec, given as Rows)];
  });
}

type Row = Readonly<Record<string, unknown>>;
type Rows = readonly Row[] | Readonly<Record<string, Row>>;

function rawOf(scenario: Scenario<RotationSettings>, spec: TableSpec, given: Rows): RawTable {
  const header = Object.keys(spec.columns);
  const named: readonly (readonly [PropertyKey, Row])[] = Array.isArray(given)
    ? given.map((row, index) => [index, row])
    : Object.entries(given).map(([name, row]) => [name, { ...row, [spec.key[0]!]: name }]);
  return {
    name: spec.name,
    file: scenario.file,
    header,
    rows: named.map(([, row]) =>
      header.map((column) => cellText(Object.hasOwn(row, column) ? row[column] : undefined)),
    ),
    lines: named.map(([at]) => scenario.place([spec.name, at]).line ?? 0),
  };
}
