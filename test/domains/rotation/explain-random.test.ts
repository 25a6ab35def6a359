import { describe, expect, it } from 'vitest';
import { numbers } from '../../../bench/instances.ts';
import type { Domain } from '../../../src/domain.ts';
import { auditRotation } from '../../../src/domains/rotation/audit.ts';
import { rotation } from '../../../src/domains/rotation/index.ts';
import { explain } from '../../../src/explain/explain.ts';
import { answer } from '../../../src/pipeline/run.ts';
import { openSession, type Session } from '../../../src/pipeline/session.ts';
import { priceList } from '../../../src/prices/prices.ts';
import type { Fields } from '../../../src/scenario/scenario.ts';
import { type Keys, scenarioOf, settingsOf } from './cases.ts';

const domain = rotation as unknown as Domain;

/** A few spots for too few seconds, so that most of them are in the way of another. */
function randomEvening(seed: number): Keys {
  const below = numbers(seed * 7919 + 11);
  const pick = <T>(...choices: readonly T[]): T => choices[below(choices.length)]!;
  const times = ['20:05', '20:20', '20:50', '21:25'].slice(0, 2 + below(3));
  return {
    breaks: times.map((local, k) => ({ id: `b${k}`, local, seconds: pick(30, 60), spots: 1 + below(2) })),
    spots: Array.from({ length: 3 + below(3) }, (_, k) => ({
      id: `s${k}`,
      advertiser: pick('A', 'A', 'B', 'C'),
      seconds: pick(15, 30),
      cpm: 5 + below(20),
      tier: pick('guaranteed', 'priority', 'priority', 'remnant'),
      cap: pick(1, 2, 3),
      separation: pick(0, 600, 1500),
      ...(below(2) === 0 ? { wish: pick('20:05', '20:50') } : {}),
      categories: pick([], ['auto'], ['auto', 'beer'], ['beer']),
      position: pick('any', 'any', 'first'),
    })),
    rules: { competitive: { auto: pick(300, 1800) }, creative: 0, max_shift_minutes: pick<number | false>(false, 60) },
    weights: { shift: 1, evenness: pick(0, 10), changes: 50 },
    relax: pick<readonly string[]>([], [], ['competitive', 'max_shift']),
  };
}

/** The auditor counts guaranteed spots whatever gave way for them: the last of the aims that are theirs. */
function aimsOf({ relax = [] }: Keys): readonly string[] {
  const last = (relax as readonly string[]).at(-1);
  return [last ? `guaranteed, with ${last} relaxed` : 'guaranteed', 'priority', 'remnant', 'net_score'];
}

/** Cents by tier, then points, as the auditor has them. */
async function worthOf(keys: Keys): Promise<readonly number[] | undefined> {
  const { run } = await answer(scenarioOf(settingsOf(keys)), domain);
  if (run.status === 'infeasible') return undefined;
  expect([run.status, run.audit.passed]).toEqual(['optimal', true]);
  const { value_guaranteed: g = 0, value_priority: p = 0, value_remnant: r = 0, net_score: net = 0 } = run.objective;
  return [Math.round(g * 100), Math.round(p * 100), Math.round(r * 100), net];
}

const asVector = (keys: Keys, less: readonly { readonly of: string; readonly by: number }[] | null) =>
  less === null ? undefined : aimsOf(keys).map((aim) => less.find(({ of }) => of === aim)?.by ?? 0);

/** What a run has less than the best one; undefined where there is no such run. */
async function lossOf(best: readonly number[], keys: Keys) {
  const worth = await worthOf(keys);
  return worth && best.map((value, k) => value - worth[k]!);
}

async function rowsOf({ instance, open }: Session): Promise<readonly Fields[]> {
  const rows = Array.from({ length: open.candidates }, (_, j) => instance.schedule(Int32Array.of(j))[0]!);
  const once = new Map(rows.map(({ spot, break: at }) => [`${spot} ${at}`, { spot: `${spot}`, break: `${at}` }]));
  return [...once.values()];
}

describe('the loss that is stated', () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed))(
    'evening %i: every spot in every break, as when it is pinned or forbidden, priority by priority',
    async (seed) => {
      const keys = randomEvening(seed);
      const session = await openSession(scenarioOf(settingsOf(keys)), domain);
      const best = (await worthOf(keys))!;
      for (const fields of await rowsOf(session)) {
        const told = await explain(session, fields);
        const found = told.chosen[0] ?? told.chances[0]!;
        const asked = told.inSchedule > 0 ? { forbid: [fields] } : { pins: [fields] };
        expect({ fields, less: asVector(keys, found.less) }).toEqual({
          fields,
          less: await lossOf(best, { ...keys, ...asked }),
        });
      }
    },
  );

  it.each([2, 5, 9, 13])('evening %i: the chances of a spot that is left out, least loss first', async (seed) => {
    const keys = randomEvening(seed);
    const session = await openSession(scenarioOf(settingsOf(keys)), domain);
    const best = (await worthOf(keys))!;
    for (const row of session.run.tables.unplaced!.rows) {
      const told = await explain(session, { spot: String(row[0]) });
      const losses = told.chances.map(({ less }) => asVector(keys, less));
      expect(losses).toEqual([...losses].sort(byLoss));
      if (told.chances.length > 0)
        expect(losses[0]).toEqual(await lossOf(best, { ...keys, pins: [{ spot: String(row[0]) }] }));
    }
  });
});

function byLoss(a: readonly number[] | undefined, b: readonly number[] | undefined): number {
  if (!a || !b) return Number(!a) - Number(!b);
  return a.map((value, k) => value - b[k]!).find((by) => by !== 0) ?? 0;
}

it.each([1, 4, 6])('evening %i: nobody gains by one more of a limit what no gain says', async (seed) => {
  const session = await openSession(scenarioOf(settingsOf(randomEvening(seed))), domain);
  for (const { gains, gain } of await priceList(session)) {
    expect(gains[0]?.by ?? 0).toBeGreaterThanOrEqual(0);
    expect(gains.find(({ of }) => of === 'net_score')?.by ?? 0).toBe(gain + 0);
  }
});

/** Evenings whose locked breaks keep what was published in them. */
function lockedEvening(seed: number): Keys {
  const keys = randomEvening(seed);
  const [first, ...breaks] = keys.breaks as readonly Keys[];
  const [spot] = keys.spots as readonly Keys[];
  if (seed % 3 > 0) return keys;
  const published = [{ spot: spot!.id, break: first!.id, position: 1 }];
  return { ...keys, published, breaks: [{ ...first, locked: true }, ...breaks] };
}

it.each(Array.from({ length: 30 }, (_, seed) => seed))(
  'evening %i: something is in the way of one more spot where the auditor finds a rule broken with it, and only there',
  async (seed) => {
    const keys = { ...lockedEvening(seed), relax: [] };
    const settings = settingsOf(keys);
    const { instance, data, solution } = await openSession(scenarioOf(settings), domain);
    const open = Array.from({ length: instance.model.candidates }, (_, j) => j);
    for (const j of open.filter((each) => !solution.chosen.includes(each))) {
      const { spot, break: at } = instance.row(j);
      const others = solution.chosen.filter((k) => instance.row(k).spot !== spot);
      const all = Int32Array.from([...others, j]).sort();
      const broken = auditRotation(settings, data.tables, instance.schedule(all)).violations.filter(
        ({ rule }) => rule !== 'tier',
      );
      const way = instance.inTheWay(solution.chosen, j).filter((text) => !text.startsWith('Once'));
      const blocked = broken.length > 0 || instance.cuts!(all).length > 0;
      expect({ spot, at, blocked: way.length > 0, way }).toEqual({ spot, at, blocked, way });
    }
  },
);
