import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Baselines, printBaselines, readBaselines, writeBaselines } from '../../src/check/baseline-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenhand-baseline-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const BASELINES: Baselines = new Map([
  [
    'la',
    {
      scenario: 's',
      data: 'd',
      values: { gini: { value: 0.2, keep: 'should_not_rise' }, mean: { value: null, keep: { within_percent: 5 } } },
    },
  ],
  ['la@free', { scenario: 't', data: 'd', values: {} }],
]);

describe('a baseline file', () => {
  it('reads back as it was written, and leaves nothing beside it', () => {
    const file = join(folder, 'la.baseline.json');
    writeBaselines(file, BASELINES);
    writeBaselines(file, BASELINES);
    expect(readBaselines(file)).toEqual(BASELINES);
    expect(readdirSync(folder)).toEqual(['la.baseline.json']);
  });

  it('has a line for each value', () => {
    expect(printBaselines(BASELINES)).toContain('\n        "gini": { "value": 0.2, "keep": "should_not_rise" },\n');
  });

  it('may be absent', () => {
    expect(readBaselines(join(folder, 'none.json'))).toBeUndefined();
  });

  it('is refused where it is damaged, and named', () => {
    const file = join(folder, 'bad.json');
    writeFileSync(file, '{');
    expect(() => readBaselines(file)).toThrow('it is not JSON');
    writeFileSync(
      file,
      '{"about": "", "runs": {"la": {"scenario": "s", "data": "d", "values": {"gini": {"value": 1, "keep": "rise"}}}}}',
    );
    expect(() => readBaselines(file)).toThrow('runs.la.values.gini.keep');
  });
});
