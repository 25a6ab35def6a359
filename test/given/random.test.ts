import { describe, expect, it } from 'vitest';
import type { Domain, Instance, Row } from '../../src/domain.ts';
import { loans } from '../../src/domains/loans/index.ts';
import { auditSchedule } from '../../src/given/audit.ts';
import { evaluate } from '../../src/kernel/evaluate.ts';
import { openSession } from '../../src/pipeline/session.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { addDays } from '../../src/tables/dates.ts';
import { randomWeek } from '../invariants/random-week.ts';
import { choices, settingsOf, tablesOf, times } from '../invariants/weeks.ts';

const WEEKS = 60;
/** Candidates of a week in which every schedule that is near the given one can be tried. */
const FEW = 16;

/** A random week as scenario and kind, its best schedule, and a schedule made of that by dropping and swapping rows. */
async function made(seed: number) {
  const { raw, keys } = randomWeek(seed);
  const settings = settingsOf(keys);
  const domain: Domain = { ...loans, sample: () => raw };
  const place = () => ({ file: 'week.yaml' });
  const scenario: Scenario = {
    kind: 'loans',
    name: 'week',
    file: 'week.yaml',
    settings,
    expect: {},
    overrides: [],
    text: '',
    place,
  };
  const session = await openSession(scenario, domain);
  const { below, pick } = choices(seed + 1);
  const tables = tablesOf(raw);
  const row = (): Row => ({
    vin: pick(...tables.vehicles.rows).vin,
    person_id: pick(...tables.media_partners.rows).person_id,
    start_day: addDays(settings.week, below(7)),
  });
  const best = session.solution.status === 'optimal' ? session.instance.schedule(session.solution.chosen) : [];
  const schedule = [
    ...best.flatMap((own) => (below(3) === 0 ? [] : below(3) === 0 ? [row()] : [own])),
    ...times(below(3), row),
  ];
  const run = await auditSchedule(scenario, schedule, { kinds: [domain] });
  return { domain, scenario, session, schedule, run, given: run.given! };
}

/** The best net score, in objective units, of all schedules with rows of this one and at most so many others. */
function tryAll({ model }: Instance, own: readonly number[], most: number): number {
  const others = [...Array(model.candidates).keys()].filter((j) => !own.includes(j));
  let best = -Infinity;
  const look = (chosen: readonly number[]) => {
    best = Math.max(best, evaluate(model, Int32Array.from(chosen).sort()));
  };
  const add = (chosen: readonly number[], from: number, left: number) => {
    look(chosen);
    if (left === 0) return;
    for (let at = from; at < others.length; at++) add([...chosen, others[at]!], at + 1, left - 1);
  };
  for (let set = 0; set < 2 ** own.length; set++)
    add(
      own.filter((_, at) => (set >> at) & 1),
      0,
      most,
    );
  return best;
}

describe('random schedules of random weeks', () => {
  const seen = { sound: 0, broken: 0, strangers: 0, tried: 0, steps: 0 };

  it.each(times(WEEKS, (seed) => seed))('week %i', async (seed) => {
    const { domain, scenario, session, schedule, run, given } = await made(seed);
    const { data, instance, open, solution } = session;
    const audit = domain.audit(scenario.settings, data.tables, schedule);
    expect(given.faults.map(({ rule, entity, text }) => ({ rule, entity, text }))).toEqual(audit.violations);
    expect(run.objective.net_score).toBe(audit.objective.net_score);
    expect(run.audit.levels.slice(1).every(({ passed }) => passed)).toBe(true);
    const candidates = schedule.map((row) => instance.candidateOf(row));
    expect(given.strangers.map(({ line }) => line)).toEqual(
      candidates.flatMap((j, at) => (j === undefined ? [at + 1] : [])),
    );
    expect(given.strangers.every(({ reasons }) => reasons.length > 0)).toBe(true);
    if (solution.status !== 'optimal') return;
    const own = [...new Set(candidates.filter((j) => j !== undefined))];
    if (given.faults.length === 0) {
      const net = evaluate(open, Int32Array.from(own).sort());
      expect(run.objective.net_score).toBe(net / open.unit);
      expect(run.objective.gap).toBe((solution.net - net) / open.unit);
      expect(given.best!.more).toEqual(
        net === solution.net ? [] : [expect.objectContaining({ by: (solution.net - net) / open.unit })],
      );
      seen.sound++;
    } else seen.broken++;
    seen.strangers += given.strangers.length;
    const { steps } = given.best!;
    const { kept, dropped } = steps[0]!;
    expect(kept + dropped.length).toBe(schedule.length);
    seen.steps += steps.length;
    if (open.candidates > FEW) return;
    seen.tried++;
    for (const most of [0, 1, 2, 3]) {
      // Where one more row brings nothing, no further step is told: the last one is as good.
      const net = (steps[most] ?? steps.at(-1))!.net!;
      expect({ most, net }).toEqual({ most, net: tryAll(instance, own, most) / open.unit });
    }
  });

  it('met what there is to meet', () => {
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(5);
  });
});
