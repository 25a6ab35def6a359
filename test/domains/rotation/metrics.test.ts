import { beforeAll, describe, expect, it } from 'vitest';
import { findingOf } from '../../../src/compare/report/words.ts';
import { rotation } from '../../../src/domains/rotation/index.ts';
import { compareRuns, openSession, type Run, readScenario, runScenario, type Session } from '../../../src/index.ts';
import { allChosen } from '../../audit/metric/all-chosen.ts';

const EVENING = 'scenarios/rotation/prime-evening.yaml';
let session: Session;
let after: Session;
beforeAll(async () => {
  session = await openSession(readScenario(EVENING));
  after = await openSession(readScenario('scenarios/rotation/preemption.yaml'));
});

describe('metrics', () => {
  it('are all described, and so is each part of the objective', () => {
    const general = ['total_penalties', 'net_score', 'bound', 'gap'];
    const isOwn = (name: string) => !name.startsWith('rows_left_out');
    const names = [...Object.keys(after.run.metrics).filter(isOwn), ...Object.keys(after.run.objective)];
    expect(names.filter((name) => !general.includes(name)).sort()).toEqual(Object.keys(rotation.metrics!).sort());
  });

  it('that follow from the choices alone are what the auditor finds', () => {
    for (const { domain, scenario, data, instance, solution, run } of [session, after]) {
      const rows = instance.schedule(solution.chosen);
      const found = allChosen(domain.formulas!(scenario.settings, data.tables, rows));
      expect(Object.keys(found).length).toBeGreaterThan(8);
      for (const [name, value] of Object.entries(found))
        expect({ [name]: value }).toEqual({ [name]: run.metrics[name] });
    }
  });
});

describe('a comparison', () => {
  const finding = (...runs: readonly Run[]) => findingOf(compareRuns(runs));

  it('ranks by value, tier by tier, before the net score', () => {
    const comparison = compareRuns([session.run, after.run]);
    expect(after.run.objective.net_score).toBeGreaterThan(session.run.objective.net_score!);
    expect(findingOf(comparison)).toContain(
      'prime-evening stands first, preemption second: value of guaranteed spots $41,100 against $32,000.',
    );
    const value = comparison.differences[0]!.measures.find(({ name }) => name === 'value_guaranteed');
    expect(value).toMatchObject({ difference: -9100, direction: 'worse' });
    expect(comparison.measures.slice(0, 4).map(({ name }) => name)).toEqual([
      ...['value_guaranteed', 'value_priority', 'value_remnant', 'net_score'],
    ]);
  });

  it('names what decides between equals', async () => {
    const wide = await runScenario(readScenario(EVENING, { set: ['rules.separation=1800'] }));
    const dear = await runScenario(readScenario(EVENING, { set: ['weights.evenness=40'] }));
    expect(finding(wide, session.run)).toContain(
      '(equal in value of guaranteed spots): value of priority spots $27,600 against $21,600.',
    );
    expect(finding(session.run, dear)).toContain('stand first, equal in all of them');
  });
});
