// Made logs of spots, with and without wishes, each for the same seconds by Evenhand and by the solver alone:
// npx tsx bench/logs.ts [seconds] [spots …]
import { evaluate } from '../src/kernel/evaluate.ts';
import type { Model } from '../src/kernel/model.ts';
import { compile } from '../src/kernel/program/compile.ts';
import { withProgram } from '../src/kernel/program/program.ts';
import { solve } from '../src/kernel/solve.ts';
import { madeLog } from './log.ts';

interface Reached {
  readonly seconds: number;
  /** How far the bound lies above the schedule, in percent of it; null where there is no schedule. */
  readonly gap: number | null;
  readonly net: number;
}

async function timed(work: () => Promise<{ readonly net: number; readonly bound: number }>): Promise<Reached> {
  const began = performance.now();
  const { net, bound } = await work();
  const seconds = (performance.now() - began) / 1000;
  return { seconds, net, gap: net > 0 ? (100 * (bound - net)) / net : null };
}

function ours(model: Model, seconds: number) {
  const began = performance.now();
  const left = () => Math.max(0, seconds - (performance.now() - began) / 1000);
  return solve(model, { seed: 42, seconds, fuse: { left, burn: () => {} } });
}

/** The whole model, a mixed-integer program from the start. */
function alone(model: Model, seconds: number) {
  return withProgram(compile(model), { seed: 42, seconds }, (program) => {
    const all = Array.from({ length: model.candidates }, (_, candidate) => candidate);
    program.add(all);
    const { hasSolution, bound, value, auxiliary } = program.solveInteger(() => false);
    const chosen = hasSolution ? Int32Array.from(all.filter((candidate) => value(candidate) > 0.5)) : new Int32Array();
    return { net: evaluate(model, chosen, auxiliary), bound: bound * model.unit };
  });
}

const [seconds = 60, ...asked] = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : [100, 400, 1500, 3000, 10_000];
const cell = ({ seconds: took, gap }: Reached) =>
  `${took.toFixed(1)} s  ${gap === null ? 'nothing' : `${gap.toFixed(3)} %`}`.padStart(22);
process.stdout.write(
  `${'spots, wishes'.padEnd(16)}${'candidates'.padStart(12)}${'Evenhand'.padStart(22)}${'HiGHS'.padStart(22)}\n`,
);
await timed(() => ours(madeLog(20, true, 1), 5));
for (const spots of sizes)
  for (const wishes of [true, false]) {
    const model = madeLog(spots, wishes, 1);
    const own = await timed(() => ours(model, seconds));
    const other = await timed(() => alone(model, seconds));
    const name = `${spots}, ${wishes ? 'with' : 'without'}`;
    process.stdout.write(`${name.padEnd(16)}${String(model.candidates).padStart(12)}${cell(own)}${cell(other)}\n`);
  }
