import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kindsOf } from '../../src/cli/kinds.ts';
import type { Domain } from '../../src/domain.ts';
import { Refusal } from '../../src/index.ts';
import { scenario } from '../../src/notebook/scenario.ts';
import { errands, scenarioFile } from '../pipeline/errands.ts';

const TEXT = 'kind: errands\ntitle: Mine\nerrands: [{id: a, worth: 5}, {id: b, worth: 7}]\n';
const messages = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: unknown) => (error instanceof Refusal ? error.problems.map(({ message }) => message) : [String(error)]),
  );

it('loads no module where no option names one', async () => {
  expect(await kindsOf({})).toEqual([]);
});

it('says that a module is not there, or holds no kind', async () => {
  expect(await messages(kindsOf({ kind: ['none.ts'] }))).toEqual(['no such file: "none.ts"']);
  const empty = join(scenarioFile(TEXT), '..', 'empty.mjs');
  writeFileSync(empty, 'export const one = 1;\n');
  expect(await messages(kindsOf({ kind: [empty] }))).toEqual(['exports no kind of problem']);
});

it('runs a scenario of such a kind in a cell, and says the way out where the kind is not known', async () => {
  const file = scenarioFile(TEXT);
  const mine = await scenario(file, { kinds: [errands as unknown as Domain] });
  expect((await mine.run()).metrics.done).toBe(2);
  expect(await messages(scenario(file))).toHaveLength(1);
});
