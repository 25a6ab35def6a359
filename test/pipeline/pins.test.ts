import { describe, expect, it } from 'vitest';
import { auditPins } from '../../src/audit/pins.ts';
import { readScenario, runScenario } from '../../src/index.ts';
import { answer } from '../../src/pipeline/run.ts';
import { Refusal } from '../../src/problems/problem.ts';
import type { Settings } from '../../src/scenario/scenario.ts';
import { limitsOf, modelOf } from '../kernel/made.ts';
import { domainOf, instanceOf } from '../ties/random-session.ts';

const model = modelOf([500, 700, 600], [limitsOf('slot', [0, 0, 0], { most: [1] })]);
const domain = domainOf(model, [], {
  open: () => ({ ...instanceOf(model), whyNot: ({ id }) => [`${id} left on Monday`] }),
});

const asked = (more: Partial<Settings>) => ({
  kind: 'made',
  name: 'made',
  file: 'made.yaml',
  settings: { kind: 'made', title: 'made', data: { sample: 1 }, solver: { seed: 1, seconds: 60 }, ...more },
  expect: {},
  overrides: [],
  text: '',
  place: () => ({ file: 'made.yaml' }),
});

const run = async (more: Partial<Settings>) => (await answer(asked(more), domain)).run;

async function refusal(more: Partial<Settings>) {
  const error = await run(more).catch((thrown: unknown) => thrown);
  if (!(error instanceof Refusal)) throw new Error('nothing was refused');
  return error.problems.map(({ message, path }) => ({ message, path }));
}

describe('pins', () => {
  it('keeps a pinned row, and prices what it costs', async () => {
    const { tables, objective, audit } = await run({ pins: [{ id: 'c0' }] });
    expect(tables.plan!.rows).toEqual([['c0']]);
    expect(objective.net_score).toBe(500);
    expect(audit.passed).toBe(true);
  });

  it('keeps a forbidden row out', async () => {
    expect((await run({ forbid: [{ id: 'c1' }] })).tables.plan!.rows).toEqual([['c2']]);
  });

  it('says why no candidate meets a pin', async () => {
    expect(await refusal({ pins: [{ id: 'c0' }, { id: 'c7' }] })).toEqual([
      { message: 'pin id c7: no candidate: c7 left on Monday', path: ['pins', 1] },
    ]);
  });

  it('refuses a pin that is also forbidden', async () => {
    expect(await refusal({ pins: [{ id: 'c0' }], forbid: [{ id: 'c0' }] })).toEqual([
      { message: 'pin id c0 is also forbidden', path: ['pins', 0] },
    ]);
  });

  it('names pins that cannot hold together', async () => {
    const { status, conflict } = await run({ pins: [{ id: 'c0' }, { id: 'c1' }] });
    expect(status).toBe('infeasible');
    expect(conflict!.members.map(({ label }) => label).sort()).toEqual(['id c0', 'id c1', 'slot 0']);
  });

  it('refuses a forbidden row that only its spelling keeps from being one of the tables', async () => {
    const evening = readScenario('scenarios/rotation/prime-evening.yaml', { with: [{ forbid: [{ spot: 'W1' }] }] });
    await expect(runScenario(evening)).rejects.toMatchObject({
      problems: [
        {
          message: 'forbid spot W1: spots has no "W1", and "w1" differs from it by its spelling alone',
          maybe: 'Maybe you meant "w1".',
        },
      ],
    });
  });

  it('notes a forbidden row that is no candidate', async () => {
    expect((await run({ forbid: [{ id: 'c8' }] })).notes).toEqual([
      'forbid id c8: there is no such candidate (c8 left on Monday)',
    ]);
  });
});

describe('pins in the audit', () => {
  const audit = {
    violations: [],
    objective: { raw_score: 10, total_penalties: 2, net_score: 8 },
    metrics: {},
    tables: {},
  };
  const rows = [
    { vin: 'V1', day: 'mon' },
    { vin: 'V2', day: 'tue' },
  ];

  it('finds a pin without a row and a forbidden row', () => {
    const { violations } = auditPins(audit, rows, {
      pins: [{ vin: 'V1', day: 'tue' }, { vin: 'V2' }],
      forbid: [{ day: 'mon' }],
    });
    expect(violations.map(({ rule, entity }) => [rule, entity])).toEqual([
      ['pins', 'vin V1, day tue'],
      ['forbid', 'day mon'],
    ]);
  });

  it('charges each row that the earlier schedule does not have', () => {
    const stay = { rows: [{ vin: 'V1', day: 'mon', other: 'x' }], columns: ['vin', 'day'], penalty: 3 };
    expect(auditPins(audit, rows, { pins: [], forbid: [], stay }).objective).toEqual({
      raw_score: 10,
      change_penalty: 3,
      total_penalties: 5,
      net_score: 5,
    });
    expect(Object.keys(auditPins(audit, rows, { pins: [], forbid: [], stay }).objective)).toEqual([
      'raw_score',
      'change_penalty',
      'total_penalties',
      'net_score',
    ]);
  });
});
