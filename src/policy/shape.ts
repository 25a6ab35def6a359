import { z } from 'zod';
import type { RuleText } from '../domain.ts';
import type { Settings } from '../scenario/scenario.ts';
import type { RawTable, TableSpec } from '../tables/table.ts';
import { cellText, inlineRows } from './inline.ts';

/**
 * The resolved settings of a scenario whose kind has these keys of its own, and rules with these parameters.
 *
 * @example
 * const keys = { days: z.array(z.string()).default(['mon']).describe('days on which errands can be done') };
 * const settings: Pick<SettingsOf<typeof keys>, 'days'> = z.strictObject(keys).parse({});
 * settings.days // ['mon']
 */
export type SettingsOf<Shape extends z.ZodRawShape, Rules = unknown> = Settings &
  z.output<z.ZodObject<Shape>> & { readonly rules: Rules };

/** What the keys of a kind's scenarios follow from. */
export interface ShapeSource {
  readonly settings: z.ZodRawShape;
  readonly rules: readonly RuleText[];
  /** The tables that a scenario may hold. */
  readonly tables: readonly TableSpec[];
}

/**
 * The scenario keys of a kind: its own settings; a key for the parameters of all rules, and one for all weights, where
 * the settings do not state them; a key for each table that a scenario may hold.
 */
export function shapeOf({ settings, rules, tables }: ShapeSource): z.ZodRawShape {
  const section = (name: 'rules' | 'weights', description: string) => {
    const own = rules.filter((rule) => rule.section === name);
    if (own.length === 0 || name in settings) return {};
    const parameters = Object.fromEntries(own.map((rule) => [rule.name, rule.parameters]));
    return { [name]: z.strictObject(parameters).prefault({}).describe(description) };
  };
  const rows = tables.filter(({ name }) => !(name in settings));
  return {
    ...settings,
    ...section('weights', 'what a candidate is worth'),
    ...section('rules', 'policy; `false` switches a rule off'),
    ...Object.fromEntries(rows.map((spec) => [spec.name, inlineRows(spec, spec.description)])),
  };
}

/** Sample rows as the tables of text that a CSV file would hold. */
export const sampleRows = (
  specs: readonly TableSpec[],
  rows: Readonly<Record<string, readonly object[]>>,
): readonly RawTable[] =>
  specs.flatMap((spec) => {
    const own = rows[spec.name];
    if (own === undefined) return [];
    const header = Object.keys(spec.columns);
    const texts = own.map((row) => header.map((name) => cellText((row as Readonly<Record<string, unknown>>)[name])));
    return [{ name: spec.name, file: `sample:${spec.name}`, header, rows: texts }];
  });

/** A scenario to start from: the kind, and where each rule is explained. */
export const starterOf = (kind: string, title: string): string =>
  `# ${title}. Every key: evenhand rules ${kind}\nkind: ${kind}\ntitle: ${title}\ndata: sample\n`;
