import { describe, expect, it } from 'vitest';
import { printProblems } from '../../../src/problems/print.ts';
import { Refusal } from '../../../src/problems/problem.ts';
import { readScenario } from '../../../src/scenario/read.ts';
import { unknownNames } from '../../../src/scenario/shape/expected-names.ts';
import type { KindShape } from '../../../src/scenario/shape/kind-shape.ts';
import { fake, HEAD, inFolder } from '../fake.ts';

const kind: KindShape = { ...fake, metrics: { gini: { label: 'Gini', better: 'less' } }, parts: ['late'] };

function refused(text: string, domain = kind): string {
  return inFolder({ 'la.yaml': HEAD + text }, (folder) => {
    try {
      readScenario(`${folder}/la.yaml`, [domain]);
      return '';
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return printProblems(error.problems).replaceAll(`${folder}/`, '');
    }
  });
}

describe('names under expect', () => {
  it('that no run has are told before the run, with their line and the nearest one', () => {
    const text = refused('expect:\n  status: optimal\n  gnii: {max: 0.2}\n');
    expect(text).toContain('la.yaml:6:3: a run has no metric "gnii"');
    expect(text).toContain('Maybe you meant "gini".');
  });

  it('are told of a variant too', () => {
    expect(refused('variants:\n  free:\n    expect: {latte: 1}\n')).toContain(
      'la.yaml:6:14: a run has no metric "latte"',
    );
  });

  it('may be of metrics, of what is charged, and of what every run has', () => {
    const names = ['gini', 'late', 'net_score', 'candidates', 'gap', 'change_penalty', 'rows_left_out.cars'];
    expect(refused(`expect: {${names.map((name) => `${name}: 1`).join(', ')}}\n`)).toBe('');
  });

  it('are left to the run where the kind does not say what its runs have', () => {
    const { parts: _, ...open } = kind;
    expect(refused('expect: {gnii: 1}\n', open)).toBe('');
  });

  it('need be no metric where rows alone are expected', () => {
    const written = { entries: new Map() } as never;
    expect(unknownNames({ assignments: { must: [{ vin: 'A' }] } }, kind, written)).toEqual([]);
  });
});
