import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../../src/cli/io.ts';
import { runCli } from '../../src/cli/program.ts';

/** Two cars and two partners: small enough to solve in a moment, and every rule has something to read. */
const TABLES: Readonly<Record<string, string>> = {
  vehicles: 'vin,make,model,office\nVIN001,Toyota,Camry,LA\nVIN002,Honda,Civic,LA\n',
  media_partners: 'person_id,name,office\n1,Ann,LA\n2,Bo,LA\n',
  approved_makes: 'person_id,make,rank\n1,Toyota,A+\n1,Honda,A\n2,Toyota,A\n2,Honda,B\n',
  ops_capacity_calendar: ['22', '23', '24', '25', '26'].reduce(
    (text, day) => `${text}LA,2025-09-${day},1\n`,
    'office,date,slots\n',
  ),
};

const SCENARIO = `kind: loans
title: Tiny week
office: LA
week: 2025-09-22
data: {dir: data}
variants:
  linear: {rules: {fairness: {mode: linear}}}
  free: {rules: {fairness: false}}
expect:
  status: optimal
  assignments: 2
`;

/** A new folder with `tiny.yaml` and its data; `change` edits the scenario's text. */
export function tinyWeek(change: (scenario: string) => string = (text) => text): string {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-cli-'));
  mkdirSync(join(folder, 'data'));
  for (const [name, text] of Object.entries(TABLES)) writeFileSync(join(folder, 'data', `${name}.csv`), text);
  writeFileSync(join(folder, 'tiny.yaml'), change(SCENARIO));
  return folder;
}

/**
 * The same over three weeks, without variants: the tables name the first week, and the others have the default slots.
 *
 * @param cooldown how long before a loan of the same model may be repeated, as a scenario says it.
 */
export const tinyWeeks = (cooldown: string): string =>
  tinyWeek((text) =>
    text
      .replace(
        'week: 2025-09-22',
        `week: 2025-09-22\nweeks: 3\nrules: {capacity: {empty_week: default}, cooldown: ${cooldown}}`,
      )
      .replace(/variants:[\s\S]*?expect:/, 'expect:')
      .replace('status: optimal', 'status: feasible')
      .replace('assignments: 2', 'weeks_optimal: 3'),
  );

/** What one command line wrote, and its exit code. */
export interface Done {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line within this process. */
export const evenhand = (...words: string[]): Promise<Done> => evenhandIn({}, ...words);

/** The same where the terminal or the environment is another one. */
export async function evenhandIn(around: Partial<Io>, ...words: string[]): Promise<Done> {
  const written = { out: '', err: '' };
  const io: Io = {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    watched: false,
    colour: false,
    ci: false,
    debug: false,
    ...around,
  };
  const code = await runCli(words, io);
  return { code, ...written };
}
