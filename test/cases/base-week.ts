import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Run, readScenario, runScenario } from '../../src/index.ts';

/** Three cars, one of them in service, and three partners: the best schedule is one loan to 102, worth 1300. */
export const BASE = {
  vehicles: `vin,make,model,office,year,fleet,in_service_date,expected_turn_in_date
00TESTVIN00000001,Toyota,Camry,Los Angeles,2025,TOYOTA,,
00TESTVIN00000002,Toyota,Prius,Los Angeles,2025,TOYOTA,,
00TESTVIN00000003,Audi,A4,Los Angeles,2025,AUDI,,
`,
  media_partners: `person_id,name,office,allowed_start_dows
101,Partner One,Los Angeles,
102,Partner Two,Los Angeles,
103,Partner Three,Los Angeles,
`,
  approved_makes: `person_id,make,rank
101,Toyota,A
101,Audi,B
102,Toyota,A+
103,Audi,C
`,
  ops_capacity_calendar: `office,date,slots
Los Angeles,2025-09-22,2
Los Angeles,2025-09-23,2
Los Angeles,2025-09-24,2
Los Angeles,2025-09-25,2
Los Angeles,2025-09-26,2
`,
  current_activity: `activity_id,vin,person_id,activity_type,start_date,end_date
11,00TESTVIN00000003,,Service,2025-09-20,2025-10-10
`,
  loan_history: `activity_id,vin,person_id,make,model,start_date,end_date,clips_received
1,00TESTVIN00000009,102,Toyota,Corolla,2025-03-03,2025-03-10,yes
`,
  budgets: `office,fleet,year,quarter,budget_amount,amount_used
Los Angeles,TOYOTA,2025,Q3,1500.00,0
Los Angeles,AUDI,2025,Q3,1000.00,0
`,
} as const;

export type BaseTable = keyof typeof BASE | 'rules';

/** The base tables, some of them replaced: by a text, by bytes, or by a change of the text. */
export type Change = Partial<Record<BaseTable, string | Uint8Array | ((text: string) => string | Uint8Array)>>;

/** Runs the base week with changed tables and more lines of the scenario. */
export async function runBase(change: Change = {}, lines = '', office = 'Los Angeles'): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-cells-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'data'));
  for (const name of [...Object.keys(BASE), 'rules'] as BaseTable[]) {
    const base = name === 'rules' ? '' : BASE[name];
    const own = change[name] ?? base;
    const content = typeof own === 'function' ? own(base) : own;
    if (content.length > 0) writeFileSync(join(folder, 'data', `${name}.csv`), content);
  }
  const file = join(folder, 's.yaml');
  writeFileSync(file, `kind: loans\ntitle: Base\noffice: ${office}\nweek: 2025-09-22\ndata: {dir: data}\n${lines}`);
  return runScenario(readScenario(file));
}

/** Runs a scenario that holds its own tables. */
export async function runText(text: string | Uint8Array): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-cells-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 's.yaml');
  writeFileSync(file, text);
  return runScenario(readScenario(file));
}

/** The net score of a run, the partners of its loans, and its notes of how tables were read. */
export function outcome({ objective, tables, notes }: Run) {
  const { columns, rows } = tables.assignments!;
  const at = columns.findIndex(({ name }) => name === 'person_id');
  return { net: objective.net_score, partners: rows.map((row) => row[at]), notes };
}
