import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScenario, runScenario } from '../../../src/index.ts';
import { records } from './audit-fixture.ts';

/** The four required tables, with the columns that an office exports. */
const FILES: Readonly<Record<string, string>> = {
  'vehicles.csv': `vin,make,model,office,vehicle_id,year,model_short_name,fleet,color,current_mileage,registration_exp,insurance_exp,in_service_date,expected_turn_in_date,notes
jt000000000000001,Toyota,Camry ,LA,1,2025,Camry,TOYOTA,blue,"2,151",09/30/26,12/31/2026,3/2025,03-31-26,
JT000000000000002,Toyota,RAV4,LA,2,2025,RAV4,TOYOTA,red,12,,,,,
HM000000000000003,Honda,Civic,LA,3,2025,Civic,HONDA,,,,,,09/20/25,due back
`,
  'media_partners.csv': `person_id,name,office,address,default_loan_region,notes_instructions,affiliation,region,latitude,longitude,allowed_start_dows
17,Ann Lee,LA,1 Main St,West,,Daily,CA,34.05,-118.24,
18,Bo Roe,LA,,,,,,,,"Tue, Thu"
`,
  'approved_makes.csv': `person_id,name,make,rank
17.0,Ann Lee,Toyota,A+
17,Ann Lee,Honda,A
18,Bo Roe,Toyota,B
`,
  'ops_capacity_calendar.csv': `office,day,slots,notes
LA,2025-09-22,1,two drivers
LA,2025-09-23,1,two drivers
LA,2025-09-24,0,Holiday
LA,2025-09-25,1,two drivers
LA,2025-09-26,1,two drivers
`,
};

const folder = mkdtempSync(join(tmpdir(), 'evenhand-minimal-'));
const file = join(folder, 'week.yaml');
beforeAll(() => {
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  writeFileSync(file, 'kind: loans\noffice: LA\nweek: 2025-09-22\ndata: {dir: .}\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the four required tables alone', () => {
  it('run, and every level of the audit passes', async () => {
    const run = await runScenario(readScenario(file));
    expect(run.status).toBe('optimal');
    expect(run.audit).toMatchObject({ passed: true });
    expect(run.objective).toMatchObject({ raw_score: 2200, fairness_penalty: 200, net_score: 2000, gap: 0 });
    expect(records(run.tables.assignments!)).toMatchObject([
      { person_id: '17', rank: 'A+', score: 1100 },
      { person_id: '17', rank: 'A+', score: 1100 },
    ]);
    expect(run.tables.quarantine?.rows).toEqual([]);
  });

  it('say what goes without the other tables', async () => {
    const { notes } = await runScenario(readScenario(file));
    expect(notes.map((note) => note.split(':')[0])).toEqual([
      'no loan_history',
      'no current_activity',
      'no rules',
      'no budgets',
    ]);
  });

  it('run with one start day', async () => {
    const run = await runScenario(readScenario(file, { set: ['start_days=[mon]'] }));
    expect(run.status).toBe('optimal');
    expect(records(run.tables.assignments!)).toMatchObject([{ person_id: '17', start_day: '2025-09-22', score: 1100 }]);
    expect(run.metrics).toMatchObject({ assignments: 1, partners_assigned: 1, partners_eligible: 2 });
  });
});
