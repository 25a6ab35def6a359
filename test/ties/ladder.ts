import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readScenario, variantsOf } from '../../src/domains/read.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

const CARS = [1, 2, 3, 4, 5];
const RANKS = ['A+', 'A', 'B', 'C'];

const TABLES: Readonly<Record<string, string>> = {
  vehicles: `vin,make,model,office\n${CARS.map((car) => `V${car},Toyota,Camry,LA\n`).join('')}`,
  media_partners: `person_id,name,office\n${RANKS.map((rank, index) => `${index + 1},Partner ${rank},LA\n`).join('')}`,
  approved_makes: `person_id,make,rank\n${RANKS.map((rank, index) => `${index + 1},Toyota,${rank}\n`).join('')}`,
  ops_capacity_calendar: 'office,date,slots\nLA,2025-09-22,5\nLA,2025-09-23,5\n',
};

const SCENARIO = `kind: loans
title: Ladder, nothing for fairness
office: LA
week: 2025-09-22
start_days: [mon, tue]
data: {dir: .}
weights: {rank: 0.5}
rules: {tier_caps: false, budgets: false, fairness: {mode: off}}
variants:
  linear_200: {rules: {fairness: {mode: linear, penalty: 200}}}
  linear_400: {rules: {fairness: {mode: linear, penalty: 400}}}
  stepped: {rules: {fairness: {mode: stepped, penalty: 400, step_up: 400}}}
`;

/** A folder with `ladder.yaml` and its data: five like cars, and four partners worth 500, 350, 200 and 50 points. */
export function ladder(change: (scenario: string) => string = (text) => text): string {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-ladder-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(TABLES)) writeFileSync(join(folder, `${name}.csv`), text);
  writeFileSync(join(folder, 'ladder.yaml'), change(SCENARIO));
  return join(folder, 'ladder.yaml');
}

/** A scenario file as it stands, and all its variants. */
export const allOf = (file: string): readonly Scenario[] =>
  [undefined, ...variantsOf(file)].map((variant) => readScenario(file, { variant }));
