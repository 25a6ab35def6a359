import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loans } from '../../../../src/domains/loans/index.ts';
import { readScenario } from '../../../../src/domains/read.ts';
import { readTables } from '../../../../src/pipeline/run.ts';
import { tinyWeek } from '../../../cli/tiny-week.ts';

let folder: string;
beforeEach(() => {
  folder = tinyWeek();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function decided(history: readonly string[]) {
  const header = 'activity_id,vin,person_id,make,start_date,end_date,office,clips_received';
  writeFileSync(join(folder, 'data', 'loan_history.csv'), `${[header, ...history].join('\n')}\n`);
  const scenario = readScenario(join(folder, 'tiny.yaml'));
  const { tables } = await readTables(scenario, loans);
  return loans.decisions!(scenario.settings as never, tables);
}

describe('past loans as decisions', () => {
  it('have the terms of their score as they stood when they began', async () => {
    const { rows } = await decided([
      'a,V1,1,Toyota,2025-01-01,2025-01-08,LA,yes',
      'b,V2,1,Toyota,2025-02-01,2025-02-08,LA,no',
      'c,V3,1,Toyota,2025-03-01,2025-03-08,LA,yes',
    ]);
    const fixed = { rank: 1000, geo: 1, preferred_day: 0 };
    expect(rows.map(({ terms, success }) => ({ ...terms, success }))).toEqual([
      { ...fixed, pub: 0, hist: 0, success: true },
      { ...fixed, pub: 1, hist: 1, success: false },
      { ...fixed, pub: 0.5, hist: 1, success: true },
    ]);
    expect(rows.map(({ at }) => at / 86_400)).toEqual([20_089, 20_120, 20_148]);
  });

  it('know nothing of loans that were still out, or that ended more than 24 months before', async () => {
    const { rows } = await decided([
      'a,V1,1,Toyota,2022-01-01,2022-01-08,LA,yes',
      'b,V2,1,Toyota,2025-02-01,2025-03-08,LA,yes',
      'c,V3,1,Toyota,2025-03-01,2025-03-12,LA,no',
    ]);
    expect(rows.map(({ terms }) => terms.pub)).toEqual([0, 0, 0]);
  });

  it('are left out where nobody knows what came of them, and where the approval is gone; both are said', async () => {
    const { rows, notes } = await decided([
      'a,V1,1,Toyota,2025-01-01,2025-01-08,LA,',
      'b,V2,1,Audi,2025-02-01,2025-02-08,LA,no',
      'c,V3,2,Honda,2025-03-01,2025-03-08,LA,no',
    ]);
    expect(rows.map(({ terms }) => terms.rank)).toEqual([400]);
    expect(notes.slice(0, 2)).toEqual([
      '1 past loan left out: nobody says whether something was published',
      '1 past loan left out: not of these offices, or not approved any more',
    ]);
  });
});
