import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadRun, readScenario, renderReport, runScenario } from '../../src/index.ts';
import { recordsOf } from '../../src/report/records.ts';
import { evenhand, tinyWeek } from '../cli/tiny-week.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = tinyWeek((text) => text.replace(/expect:[\s\S]*/, ''));
  file = join(folder, 'tiny.yaml');
  const write = (name: string, text: string) => writeFileSync(join(folder, 'data', `${name}.csv`), text);
  // Two cars, and four who want one: Ann for a Toyota, Bo for a Honda; Cy is ranked lower; Di is approved for nothing there is.
  write('media_partners', 'person_id,name,office\n1,Ann,LA\n2,Bo,LA\n3,Cy,LA\n4,Di,LA\n5,Ed,LA\n');
  write(
    'approved_makes',
    'person_id,make,rank\n1,Toyota,A+\n2,Honda,A+\n3,Toyota,A\n4,Honda,B\n4,Toyota,C\n5,Toyota,A+\n',
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (explain: number, set: readonly string[] = []) => runScenario(readScenario(file, { set }), { explain });

describe('those with nothing', () => {
  it('are explained in the order of the kind, each with what its best chance costs', async () => {
    const { tables, objective } = await run(10);
    const rows = recordsOf(tables.left_out);
    const assigned = recordsOf(tables.assignments).map((row) => row.partner);
    const without = ['Ann', 'Bo', 'Ed', 'Di', 'Cy'].filter((name) => !assigned.includes(name));
    expect(rows).toHaveLength(3);
    expect(rows.map((row) => row.name)).toEqual(without);
    for (const row of rows) {
      const id = { Ann: 1, Bo: 2, Cy: 3, Di: 4, Ed: 5 }[String(row.name)]!;
      const forced = await runScenario(readScenario(file, { with: [{ pins: [{ person_id: id }] }] }));
      expect([row.name, row.loss]).toEqual([row.name, objective.net_score! - forced.objective.net_score!]);
    }
  });

  it('say that a tie decided, or how many points it is', async () => {
    const texts = recordsOf((await run(10)).tables.left_out).map((row) => row.text);
    expect(texts[0]).toBe('a schedule with it is as good: it lost a tie');
    expect(texts.slice(1).every((text) => /^the best schedule with it has \d+ points less$/.test(String(text)))).toBe(
      true,
    );
  });

  it('are as many as were asked for', async () => {
    expect((await run(1)).tables.left_out!.rows).toHaveLength(1);
  });

  it('have no candidate, with the reason', async () => {
    const { tables } = await run(10, ['rules.ranks={allow: [A+]}']);
    const cy = recordsOf(tables.left_out).find((row) => row.name === 'Cy')!;
    expect(cy).toMatchObject({ candidates: 0, chance: null, loss: null });
    expect(cy.text).toMatch(/^no candidate: .*rank/);
  });

  it('stand in the report, in words first', async () => {
    const html = await renderReport(await run(2));
    expect(html).toContain('Partners with nothing, and why');
    expect(html).toContain('3 partners got nothing. For the first 2 (those approved for most makes at rank A+ first');
    expect(await renderReport(await runScenario(readScenario(file)))).not.toContain('with nothing, and why');
  });
});

describe('evenhand run --explain', () => {
  const runs = () => join(folder, 'runs');
  const stored = () => join(runs(), 'tiny', readdirSync(join(runs(), 'tiny'))[0]!);

  it('keeps the table with the run, which can be repeated', async () => {
    expect((await evenhand('run', file, '--explain', '2', '--out', runs())).code).toBe(0);
    expect(readFileSync(join(stored(), 'left_out.csv'), 'utf8').split('\n')).toHaveLength(4);
    expect((await loadRun(stored())).tables.left_out!.rows).toHaveLength(2);
    expect(await evenhand('verify', stored())).toMatchObject({ code: 0 });
  });

  it('says so where nothing is proven, also of ties and prices', async () => {
    const pins = '[{vin: VIN001, start_day: 2025-09-22}, {vin: VIN002, start_day: 2025-09-22}]';
    const words = ['run', file, '--set', `pins=${pins}`, '--out', runs(), '--json'];
    const all = await evenhand(...words, '--ties', '--prices', '--explain');
    expect(all.code).toBe(3);
    expect(all.err).toBe(
      'tiny: note: --ties and --prices and --explain need a schedule that is proven to be the best, and this run is infeasible: nothing was added\n',
    );
    expect((await evenhand(...words, '--ties')).err).toContain('--ties needs a schedule');
    expect((await evenhand(...words)).err).toBe('');
  });
});
