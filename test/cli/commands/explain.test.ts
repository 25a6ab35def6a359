import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evenhand, tinyWeek } from '../tiny-week.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = tinyWeek();
  file = join(folder, 'tiny.yaml');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('evenhand explain', () => {
  it('says what a chosen row scores, what goes with it and what its loss would be', async () => {
    const { code, out } = await evenhand('explain', file, 'vin=VIN001', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ inSchedule: 1, chosen: [{ row: { vin: 'VIN001' } }], chances: [] });
  });

  it('gives the best chance of a partner without a loan, with its exact loss', async () => {
    const { out } = await evenhand('explain', file, '--set', 'rules.fairness=false', 'person_id=2');
    expect(out).toMatch(
      /^person_id 2 \(to .+\): not in the schedule\n\d+ candidates have these fields\. The \d best chances follow, the one/,
    );
    expect(out).toContain('\n  Solved again, the best schedule with it has 300 points less:\n    out: ');
  });

  it('says why there is no candidate', async () => {
    const { code, out } = await evenhand('explain', file, 'vin=VIN001', 'start_day=2025-09-27');
    expect({ code, out }).toEqual({
      code: 0,
      out: 'Toyota Camry (VIN001) from 2025-09-27: not in the schedule\nNo candidate has these fields, whatever the score.\n  Saturday 27 September is none of the start days mon, tue, wed, thu, fri\n',
    });
  });

  it('knows how full a day is', async () => {
    const { out } = await evenhand('explain', file, 'start_day=2025-09-26');
    expect(out).toMatch(/Friday 26 September: \d of 1 slot used/);
  });

  it('explains a stored run as well', async () => {
    const runs = join(folder, 'runs');
    await evenhand('run', file, '--out', runs);
    const [id] = readdirSync(join(runs, 'tiny'));
    const stored = await evenhand('explain', join(runs, 'tiny', id!), 'vin=VIN002', '--json');
    expect(stored).toEqual(await evenhand('explain', file, 'vin=VIN002', '--json'));
  });

  it('refuses to change the settings of a stored run', async () => {
    const runs = join(folder, 'runs');
    await evenhand('run', file, '--out', runs);
    const [id] = readdirSync(join(runs, 'tiny'));
    const { code, err } = await evenhand('explain', join(runs, 'tiny', id!), 'vin=VIN002', '--variant', 'linear');
    expect(code).toBe(2);
    expect(err).toContain('is a stored run, whose settings stand');
  });

  it('refuses two values of one field, of which one would be ignored', async () => {
    const { code, err } = await evenhand('explain', file, 'vin=VIN001', 'vin=VIN002');
    expect({ code, err }).toEqual({ code: 2, err: 'vin is said twice\nMaybe ask of one value at a time.\n' });
  });

  it('refuses a field that there is not, and a word that is no field', async () => {
    expect(await evenhand('explain', file, 'vim=VIN001')).toMatchObject({ code: 2, out: '' });
    expect((await evenhand('explain', file, 'VIN001')).err).toContain('"VIN001" is not field=value');
  });
});

describe('evenhand prices', () => {
  it('lists what each loosened limit would bring, dearest first', async () => {
    const { code, out } = await evenhand('prices', file, '--json');
    const gains = JSON.parse(out).map(({ gain }: { gain: number }) => gain);
    expect(code).toBe(0);
    expect(gains).toEqual([...gains].sort((a: number, b: number) => b - a));
    expect(gains.length).toBeGreaterThan(0);
  });

  it('prints each with what it brings and what it changes, by names', async () => {
    const { out } = await evenhand('prices', file);
    expect(out).toMatch(/^\d limits? loosened one at a time, each solved again; \d of them brings? something\.\n/);
    expect(out).toMatch(/\n\n[A-Z].+: \d+ points more\n {2}(?:out|in): .+ \(VIN00\d\) to \w+ from 2025-09-2\d/);
  });

  it('and explanations are never wider than a terminal', async () => {
    const outs = [await evenhand('prices', file), await evenhand('explain', file, 'person_id=2')];
    expect(Math.max(...outs.flatMap(({ out }) => out.split('\n').map((line) => line.length)))).toBeLessThan(81);
  });
});

describe('evenhand run with ties and prices', () => {
  it('keeps ranges, the fifth level and the price list with the run, and verifies them', async () => {
    const runs = join(folder, 'runs');
    const { code, out } = await evenhand('run', file, '--out', runs, '--ties', '--prices', '3', '--json');
    const record = JSON.parse(out);
    expect(code).toBe(0);
    expect(record.audit.levels.map(({ level }: { level: number }) => level)).toEqual([1, 2, 3, 4, 5]);
    expect(record.ranges.assignments).toEqual({ least: 2, most: 2, exact: true });
    expect(record.backbone).toMatchObject({ chosen: 2, exact: true });
    expect(record.tables.price_list.rows).toBeGreaterThan(0);
    expect((await evenhand('verify', record.folder)).code).toBe(0);
  });
});

describe('pins in a scenario', () => {
  const pinned = (text: string) => {
    rmSync(folder, { recursive: true });
    folder = tinyWeek((scenario) => `${scenario}${text}`);
    file = join(folder, 'tiny.yaml');
    return file;
  };

  it('are kept', async () => {
    const { code, out } = await evenhand(
      'run',
      pinned('pins: [{vin: VIN001, person_id: 2}]\n'),
      '--out',
      join(folder, 'runs'),
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out).objective.net_score).toBe(800 + 800);
  });

  it('that no candidate meets are refused at their line, with the reason', async () => {
    const { code, err } = await evenhand('run', pinned('pins:\n  - {vin: VIN009}\n'), '--out', join(folder, 'runs'));
    expect(code).toBe(2);
    expect(err).toContain(
      'tiny.yaml:13:5: pin vin VIN009: no candidate: there is no vehicle VIN009; maybe VIN001 is meant\n',
    );
  });

  it('that contradict each other are refused', async () => {
    const { err } = await evenhand(
      'run',
      pinned('pins: [{vin: VIN001, person_id: 1}, {vin: VIN001, person_id: 2}]\n'),
      '--out',
      join(folder, 'runs'),
    );
    expect(err).toContain(
      'pin vin VIN001, person_id 2 contradicts pin vin VIN001, person_id 1: vin VIN001 can be placed once',
    );
  });

  it('of an unknown field are refused, with the fields that there are', async () => {
    const { err } = await evenhand('run', pinned('pins: [{vim: VIN001}]\n'), '--out', join(folder, 'runs'));
    expect(err).toContain('unknown key "vim"');
    expect(err).toContain('Maybe you meant "vin"');
  });

  it('an earlier run is kept where the penalty outweighs the score', async () => {
    const runs = join(folder, 'runs');
    const first = JSON.parse((await evenhand('run', file, '--set', 'solver.seed=1', '--out', runs, '--json')).out);
    const close = [`stay_close_to={run: ${first.folder}, penalty: 5}`, 'solver.seed=9'].flatMap((set) => [
      '--set',
      set,
    ]);
    const again = JSON.parse((await evenhand('run', file, ...close, '--out', runs, '--json')).out);
    expect(again.objective.change_penalty).toBe(0);
    expect(again.provenance.schedule).toBe(first.provenance.schedule);
    expect((await evenhand('verify', again.folder)).code).toBe(0);
  });
});

it('where there is no schedule, says what cannot hold together', async () => {
  const own = join(folder, 'week.yaml');
  writeFileSync(
    own,
    `kind: courses
week: {days: [mon], periods: 2}
courses: [{course: MATH, periods: 1, meetings: 1, students: 90}]
rooms: [{room: Hall, seats: 80}]
`,
  );
  for (const command of ['explain', 'suggest']) {
    const { code, err } = await evenhand(command, own, 'course=MATH');
    expect(code).toBe(3);
    expect(err).toMatch(
      /there is no schedule to \w+\nthese cannot hold together:\n {2}placed: MATH, .*Hall, seats 80\n/,
    );
  }
});
