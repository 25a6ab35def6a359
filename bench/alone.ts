import { evaluate } from '../src/kernel/evaluate.ts';
import type { Effort, Model } from '../src/kernel/model.ts';
import { compile } from '../src/kernel/program/compile.ts';
import { withProgram } from '../src/kernel/program/program.ts';

/** An effort whose seconds are those of a clock. */
export function effortOf(seconds: number): Effort {
  const began = performance.now();
  const left = () => Math.max(0, seconds - (performance.now() - began) / 1000);
  return { seed: 42, seconds, fuse: { left, burn: () => {} } };
}

/** The whole model, a mixed-integer program from the start, as HiGHS would solve it by itself. */
export const alone = (model: Model, effort: Effort) =>
  withProgram(compile(model), effort, (program) => {
    const all = Array.from({ length: model.candidates }, (_, candidate) => candidate);
    program.add(all);
    const { status, hasSolution, bound, value, auxiliary } = program.solveInteger(() => false);
    const chosen = hasSolution ? Int32Array.from(all.filter((candidate) => value(candidate) > 0.5)) : new Int32Array();
    return { status, hasSolution, net: evaluate(model, chosen, auxiliary), bound: bound * model.unit };
  });
