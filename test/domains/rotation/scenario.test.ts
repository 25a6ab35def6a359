import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rotation } from '../../../src/domains/rotation/index.ts';
import { answer } from '../../../src/pipeline/run.ts';
import { readScenario } from '../../../src/scenario/read.ts';
import { best } from './cases.ts';

const EXAMPLE = `kind: rotation
market: {zone: America/New_York, prime: {from: "20:00", to: "23:00", days: [mon, tue, wed, thu, fri, sat, sun]}}
date: 2025-03-10
breaks:
  - {id: b2014, local: "20:14", seconds: 120, spots: 4, block: drama}
  - {id: b2044, local: "20:44", seconds: 120, spots: 4, block: drama}
rules: {rolling_seconds: 3600, separation: 900, competitive: {auto: 1800, beer: 1800}, creative: 2700, guard: 0, max_shift_minutes: 60}
advertisers: {A: {parent: A}, B: {parent: B}}
spots:
  - {id: s1, advertiser: A, seconds: 30, cpm: 20, tier: guaranteed, cap: 3, wish: "20:14", categories: [auto]}
  - {id: s2, advertiser: B, seconds: 30, cpm: 18, tier: priority, categories: [auto]}
blackouts: [{category: beer, from: "20:00", to: "20:30"}]
preemptions: [{from: "20:40", live_end: "21:20", reason: overtime}]
make_good: [same_day_prime, next_day_prime, remnant]
commit: {mode: dry_run, base_version: 41}
alerts: {moved_or_unresolved: 0.05}
`;

function read(text: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'rotation-')), 'evening.yaml');
  writeFileSync(file, text);
  return readScenario(file, [rotation]);
}

describe('the scenario', () => {
  it('is read as the example of the specification has it', async () => {
    const { settings } = read(EXAMPLE);
    expect(settings).toMatchObject({ kind: 'rotation', data: { inline: true }, date: '2025-03-10', days: 1 });
    const { kind: _, title: __, data: ___, solver: ____, ...keys } = settings as never as Record<string, unknown>;
    const outcome = await best(keys);
    // b2044 moves to 21:20: far enough from 20:14 for two competitors.
    expect(outcome.log).toEqual(['s1 b2014', 's2 b2044']);
    expect(outcome.quarantine).toEqual([]);
  });

  it('sets aside a spot with a key that it does not know, at its line, and plans the others', async () => {
    const scenario = read(EXAMPLE.replace('cap: 3', 'capp: 3'));
    const { data, run } = await answer(scenario, rotation);
    expect(data.quarantined).toMatchObject([
      { table: 'spots', line: 10, column: 'capp', value: '3', reason: 'is no column of spots; maybe "cap" is meant' },
    ]);
    expect(run.metrics).toMatchObject({ spots: 1, placed: 1, rows_left_out: 1 });
  });

  it('refuses a key that a row does not know where rows forbid, at its line', () => {
    expect(() => read(EXAMPLE.replace('{category: beer', '{categorie: beer'))).toThrow(/unknown key "categorie"/);
  });

  it('refuses a zone that there is none of', () => {
    expect(() => read(EXAMPLE.replace('America/New_York', 'America/Newyork'))).toThrow(/unknown time zone/);
  });
});
