import type { Effort, Model } from '../src/kernel/model.ts';
import { solve } from '../src/kernel/solve.ts';
import { alone } from './alone.ts';
import type { Case } from './cases.ts';
import { madeWeek } from './instances.ts';

/**
 * `sifting`: as Evenhand solves a large model. `whole`: all candidates at once, the linear relaxation first, which is
 * enough where it comes out whole. `alone`: as HiGHS would do it by itself, a mixed-integer program from the start.
 * All three have the same tightened rows, the same tie-break, and a gap that must close to nothing.
 */
export type Method = 'sifting' | 'whole' | 'alone';

/** What one method made of one case. */
export interface Measured {
  readonly candidates: number;
  /** Median. */
  readonly ms: number;
  /** In points; null where the fuse of ten minutes ran out. */
  readonly net: number | null;
  /** The largest memory that the process ever had. */
  readonly peakMb: number;
}

const EFFORT: Effort = { seed: 42, seconds: 600 };

/** Times a method on a case. The process should do nothing else: its peak of memory is part of the answer. */
export async function measure({ model: make, repeats }: Case, method: Method): Promise<Measured> {
  const model = make();
  // The first solve in a process also compiles the solver.
  await timed(method === 'sifting' ? model : madeWeek(SMALL, 1), method);
  const results = [];
  for (let k = 0; k < (method === 'sifting' ? repeats : 1); k++) results.push(await timed(model, method));
  const times = results.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    candidates: model.candidates,
    ms: Math.round(times[Math.floor(times.length / 2)]!),
    net: results[0]!.net === null ? null : results[0]!.net / model.unit,
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

const SMALL = { vehicles: 20, partners: 20, makes: 4, approvalsPerPartner: 2, slots: 5 };

interface Timed {
  readonly ms: number;
  /** In objective units. */
  readonly net: number | null;
}

async function timed(model: Model, method: Method): Promise<Timed> {
  const began = performance.now();
  const net = method === 'alone' ? await byHighs(model) : await ours(model, method);
  return { ms: performance.now() - began, net };
}

async function ours(model: Model, method: 'sifting' | 'whole'): Promise<number | null> {
  const { status, net } = await solve(model, EFFORT, { method });
  return status === 'optimal' ? net : null;
}

async function byHighs(model: Model): Promise<number | null> {
  const { status, net } = await alone(model, EFFORT);
  return status === 'optimal' ? net : null;
}
