import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readScenario, runScenario } from '../../../src/index.ts';
import { records } from './audit-fixture.ts';

/** An Audi that is worth more than two cars of Toyota, one slot a day on two days, and two partners. */
const FILES: Readonly<Record<string, string>> = {
  'vehicles.csv': 'vin,make,model,office\nA1,Audi,Q5,LA\nT1,Toyota,Camry,LA\nT2,Toyota,RAV4,LA\nS1,Saab,900,SF\n',
  'media_partners.csv': 'person_id,name,office\n7,Ada,LA\n8,Bo,LA\n',
  'approved_makes.csv': 'person_id,make,rank\n7,Audi,A+\n7,Toyota,B\n8,Audi,A\n8,Toyota,A\n',
  'ops_capacity_calendar.csv': 'office,date,slots\nLA,2025-09-22,1\nLA,2025-09-23,1\n',
};
const folder = mkdtempSync(join(tmpdir(), 'evenhand-pins-'));
for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
afterAll(() => rmSync(folder, { recursive: true }));

async function loansWith(keys: string) {
  const file = join(folder, 'week.yaml');
  writeFileSync(file, `kind: loans\noffice: LA\nweek: 2025-09-22\nstart_days: [mon, tue]\ndata: {dir: .}\n${keys}`);
  const run = await runScenario(readScenario(file));
  const rows = records(run.tables.assignments!).map((row) => `${row.model} to ${row.partner}`);
  return { ...run, rows: rows.sort() };
}

describe('pins and forbidden rows by make and model', () => {
  it('without them, the Audi goes to the partner that ranks highest', async () => {
    expect((await loansWith('')).rows).toEqual(['Q5 to Ada', 'RAV4 to Bo']);
  });

  it('a pin of a model asks for one loan of it, to whomever, on whatever day', async () => {
    const run = await loansWith('pins: [{model: Camry}]\nexpect: {assignments: {must: [{make: Audi}]}}\n');
    expect(run.rows).toEqual(['Camry to Bo', 'Q5 to Ada']);
    expect(run.audit.passed).toBe(true);
  });

  it('a pin may name a make and a partner, or a day', async () => {
    expect((await loansWith('pins: [{make: Toyota, partner_id: 7}]\n')).rows).toContain('RAV4 to Ada');
    const { tables } = await loansWith('pins: [{make: Audi, start_day: 2025-09-23}]\n');
    expect(records(tables.assignments!)).toContainEqual(
      expect.objectContaining({ make: 'Audi', start_day: '2025-09-23' }),
    );
  });

  it('a make or model that is forbidden goes to no one, or not to one partner', async () => {
    expect((await loansWith('forbid: [{make: Audi}]\n')).rows.join()).not.toContain('Q5');
    expect((await loansWith('forbid: [{make: Audi, person_id: 7}]\n')).rows).not.toContain('Q5 to Ada');
  });

  it('names that no car has are refused, with the nearest', async () => {
    await expect(loansWith('forbid: [{make: audi}]\n')).rejects.toThrow('"Audi" differs from it by its spelling alone');
    await expect(loansWith('forbid: [{model: RAV5}]\n')).rejects.toThrow(
      'forbid model RAV5: vehicles has no model "RAV5", so that nothing would be forbidden',
    );
    await expect(loansWith('pins: [{make: Adui}]\n')).rejects.toThrow(
      'pin make Adui: no candidate: there is no vehicle of the make Adui; maybe Audi is meant',
    );
  });

  it('a pin of a make and model that no car has together says so', async () => {
    await expect(loansWith('pins: [{make: Audi, model: Camry}]\n')).rejects.toThrow(
      'there is no vehicle with all of these fields',
    );
  });

  it('a make of another office can be forbidden; the note says that it has no candidate', async () => {
    expect((await loansWith('forbid: [{make: Saab}]\n')).notes.join('\n')).toContain(
      'forbid make Saab: there is no such candidate',
    );
  });
});
