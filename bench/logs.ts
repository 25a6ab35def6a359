// Made logs of spots, with and without wishes, each for the same seconds by Evenhand and by the solver alone:
// npx tsx bench/logs.ts [seconds] [spots …]
import { solve } from '../src/kernel/solve.ts';
import { alone, effortOf } from './alone.ts';
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

const [seconds = 60, ...asked] = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : [100, 400, 1500, 3000, 10_000];
const cell = ({ seconds: took, gap }: Reached) =>
  `${took.toFixed(1)} s  ${gap === null ? 'nothing' : `${gap.toFixed(3)} %`}`.padStart(22);
process.stdout.write(
  `${'spots, wishes'.padEnd(16)}${'candidates'.padStart(12)}${'Evenhand'.padStart(22)}${'HiGHS'.padStart(22)}\n`,
);
await timed(() => solve(madeLog(20, true, 1), effortOf(5)));
for (const spots of sizes)
  for (const wishes of [true, false]) {
    const model = madeLog(spots, wishes, 1);
    const own = await timed(() => solve(model, effortOf(seconds)));
    const other = await timed(() => alone(model, { seed: 42, seconds }));
    const name = `${spots}, ${wishes ? 'with' : 'without'}`;
    process.stdout.write(`${name.padEnd(16)}${String(model.candidates).padStart(12)}${cell(own)}${cell(other)}\n`);
  }
