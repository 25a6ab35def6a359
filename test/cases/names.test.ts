import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planSweep, readScenario, runScenario } from '../../src/index.ts';
import { evenhand } from '../cli/tiny-week.ts';

/** Ids that YAML reads as numbers, each in some place where a scenario names something. */
const CAR = '00123456789012345';
const POWER = '1234567890123E456';
const PARTNER = '00102';
const OFFICE = '1.10';

const TABLES: Readonly<Record<string, string>> = {
  vehicles: `vin,make,model,office\n${CAR},007,Camry,${OFFICE}\n${POWER},1e5,Civic,${OFFICE}\n`,
  media_partners: `person_id,name,office\n00101,Ann,${OFFICE}\n${PARTNER},Bo,${OFFICE}\n`,
  approved_makes: `person_id,make,rank\n00101,007,A+\n${PARTNER},007,A\n${PARTNER},1e5,B\n`,
  ops_capacity_calendar: ['22', '23', '24', '25', '26'].reduce(
    (text, day) => `${text}${OFFICE},2025-09-${day},1\n`,
    'office,date,slots\n',
  ),
};
const HEAD = `kind: loans\noffice: ${OFFICE}\nweek: 2025-09-22\ndata: {dir: 007}\n`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenhand-names-'));
  mkdirSync(join(folder, '007'));
  for (const [name, text] of Object.entries(TABLES)) writeFileSync(join(folder, '007', `${name}.csv`), text);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A scenario of loans with these lines, as a file. */
function loans(lines: string): string {
  const file = join(folder, 's.yaml');
  writeFileSync(file, `${HEAD}${lines}`);
  return file;
}

const carsAndPartners = async (file: string, options = {}) => {
  const { tables } = await runScenario(readScenario(file, options));
  const { columns, rows } = tables.assignments!;
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  return rows.map((row) => `${row[at('vin')]} to ${row[at('person_id')]}`);
};

describe('a scenario of loans names its offices, cars and partners as they are written', () => {
  it('office and folder', async () => {
    const { settings } = readScenario(loans(''));
    expect(settings).toMatchObject({ office: OFFICE, data: { dir: join(folder, '007') } });
    expect(await carsAndPartners(loans(''))).toHaveLength(2);
  });

  it('pins and forbidden rows', async () => {
    expect(await carsAndPartners(loans(`pins: [{vin: ${CAR}, person_id: ${PARTNER}}]\n`))).toContain(
      `${CAR} to ${PARTNER}`,
    );
    expect(await carsAndPartners(loans(`forbid: [{person_id: ${PARTNER}}]\n`))).toEqual([`${CAR} to 00101`]);
    expect(await carsAndPartners(loans(`forbid:\n  - vin: ${POWER}\n`))).toEqual([`${CAR} to 00101`]);
  });

  it('rows that must or must not be there', async () => {
    const failed = await evenhand('check', loans(`expect: {assignments: {must_not: [{vin: ${CAR}}]}}\n`));
    expect([failed.code, failed.out]).toEqual([1, expect.stringContaining(`no row with vin ${CAR}`)]);
    const kept = await evenhand(
      'check',
      loans(`expect: {assignments: {must: [{vin: ${POWER}}, {person_id: 00101}]}}\n`),
    );
    expect(kept.code, kept.out).toBe(0);
  });

  it('an id is read as its table reads it', async () => {
    const failed = await evenhand('check', loans(`expect: {assignments: {must_not: [{vin: 1234567890123e456}]}}\n`));
    expect(failed.code).toBe(1);
  });

  it('the keys of a map', async () => {
    const { settings } = readScenario(loans('rules: {budgets: {cost: {007: 5, 1e5: 6}}}\n'));
    expect(settings).toMatchObject({ rules: { budgets: { cost: { '007': 5, '1e5': 6 } } } });
  });

  it('variants, --set and settings as values', () => {
    const file = loans('variants:\n  007: {office: 0x10}\n  1.10: {pins: [{vin: 01234}]}\n');
    expect(readScenario(file, { variant: '007' }).settings).toMatchObject({ office: '0x10' });
    expect(readScenario(file, { variant: '1.10' }).settings.pins).toEqual([{ vin: '01234' }]);
    expect(readScenario(file, { set: ['office=1e5', `pins=[{vin: ${POWER}}]`] }).settings).toMatchObject({
      office: '1e5',
      pins: [{ vin: POWER }],
    });
    expect(readScenario(file, { with: [{ office: '007' }, { pins: [{ vin: '1e5' }] }] }).settings).toMatchObject({
      office: '007',
      pins: [{ vin: '1E5' }],
    });
  });

  it('the values of a sweep', () => {
    const { runs, parameters } = planSweep(
      loans('sweep: {grid: {office: [007, 7, 1.10], weights.geo: [1e2, 0x10]}}\n'),
    );
    expect(parameters.map(({ values }) => values)).toEqual([
      ['007', '7', '1.10'],
      [100, 16],
    ]);
    expect(runs.map(({ settings }) => (settings as { readonly office?: string }).office)).toEqual([
      ...['007', '007', '7', '7', '1.10', '1.10'],
    ]);
  });

  it('a resolved scenario reads back the same', () => {
    const first = readScenario(loans(`title: 007\ndescription: 1.10\npins: [{vin: ${POWER}}]\n`));
    const file = join(folder, 'again.yaml');
    writeFileSync(file, first.text);
    expect(readScenario(file).settings).toEqual(first.settings);
    expect(first.settings).toMatchObject({ title: '007', description: '1.10' });
  });
});

/** An evening in which everything is called by what YAML takes for a number. */
const EVENING = `kind: rotation
market: {id: 007, zone: UTC}
date: 2025-03-10
rules: {max_shift_minutes: 0, competitive: {1e5: 1800}}
breaks:
  - {id: 1.10, local: "20:14", seconds: 120, spots: 4, block: 0x10}
  - {id: 1.1, local: "20:44", seconds: 1e2, spots: 04, block: 16}
blocks: {0x10: {tags: [1.0]}, 16: {tags: [1]}}
advertisers: {01234: {}, 1234: {}}
spots:
  01: {advertiser: 01234, seconds: 30, cpm: 3.20, impressions: 400, tier: guaranteed, categories: [1e5], creative: 1.50}
  1: {advertiser: 1234, seconds: 30, cpm: 3, impressions: 300, tier: remnant, exclude_blocks: [0x10], creative: 1.5}
`;

async function evening(lines: string): Promise<readonly string[]> {
  const file = join(folder, 'evening.yaml');
  writeFileSync(file, `${EVENING}${lines}`);
  const { tables } = await runScenario(readScenario(file));
  const { columns, rows } = tables.log!;
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  return rows.map((row) => `${row[at('spot')]} in ${row[at('break')]}`).sort();
}

describe('a scenario of rotation names what stands in it as it is written', () => {
  it('the rows of its tables, as lists and as maps', async () => {
    const placed = await evening('');
    expect(placed).toHaveLength(2);
    expect(placed).toContain('1 in 1.1');
  });

  it('numbers stay numbers, however they are spelled', () => {
    const file = join(folder, 'evening.yaml');
    writeFileSync(file, EVENING);
    expect(readScenario(file).settings).toMatchObject({
      breaks: [
        { id: '1.10', seconds: 120 },
        { id: 1.1, seconds: 100, spots: 4, block: 16 },
      ],
      spots: { '01': { creative: '1.50', cpm: 3.2 }, 1: { creative: 1.5 } },
    });
  });

  it('pins, locks and blackouts', async () => {
    expect(await evening('pins: [{spot: 01, break: 1.10}]\n')).toContain('01 in 1.10');
    expect(await evening('pins: [{spot: 01, break: 1.1}]\n')).toContain('01 in 1.1');
    expect(await evening('locks: [{spot: 01, break: 1.10}]\n')).toContain('01 in 1.10');
    expect(await evening('blackouts: [{category: 1e5, from: "20:00", to: "20:30"}]\n')).toContain('01 in 1.1');
    expect(await evening('forbid: [{spot: 01, break: 1.1}]\n')).toContain('01 in 1.10');
  });
});
