import { basename } from 'node:path';
import { BASELINE, lostBaselines } from './baseline-file.ts';
import type { Checked } from './checked.ts';
import type { Judgement } from './judgement.ts';

/**
 * What a scenario must have to be held against: `something` is a baseline or an expectation. Where nothing is needed, a
 * scenario that has neither is passed over.
 */
export type Needed = 'baseline' | 'something';

/** Whether what was read of a scenario is too little to be held against. */
export const tooLittle = (needed: Needed | undefined, hasBaseline: boolean, expects: boolean): boolean =>
  needed !== undefined && !hasBaseline && (needed === 'baseline' || !expects);

/**
 * The failed judgement of a scenario without a baseline.
 *
 * @param file Where its baseline would be.
 * @param known The runs whose baselines that file holds; undefined where there is no file.
 */
export function noBaseline(file: string, known: readonly string[] | undefined, needed: Needed): Judgement {
  const why =
    known === undefined
      ? `there is no ${basename(file)}: maybe it was not committed, or the scenario was renamed`
      : `${basename(file)} holds none of it, only of ${known.join(', ') || 'nothing'}`;
  return {
    by: 'baseline',
    what: 'baseline',
    expected: needed === 'baseline' ? 'a baseline' : 'a baseline or an expectation',
    actual: 'none',
    verdict: 'failed',
    reason: `${why}; --update writes it`,
  };
}

/** Baselines that nothing is held against: files beside the scenarios whose own scenario is gone. */
export const orphans = (files: readonly string[]): readonly Checked[] => lostBaselines(files).map(orphan);

function orphan(file: string): Checked {
  const judgement: Judgement = {
    by: 'baseline',
    what: 'scenario',
    expected: `${basename(file, BASELINE)}.yaml`,
    actual: 'none',
    verdict: 'failed',
    reason: 'nothing is held against this baseline: maybe its scenario was renamed or deleted',
  };
  return {
    file,
    name: basename(file),
    verdict: 'failed',
    judgements: [judgement],
    problems: [],
    changes: [],
    baseline: 'there',
  };
}

/** Failed judgements for baselines of variants that a scenario file no longer has. */
export const staleBaselines = (
  file: string,
  known: readonly string[],
  names: readonly string[],
): readonly Judgement[] =>
  known
    .filter((name) => !names.includes(name))
    .map((name) => ({
      by: 'baseline',
      what: name,
      expected: 'a scenario or variant of that name',
      actual: 'none',
      verdict: 'failed',
      reason: `${basename(file)} holds a baseline of it: maybe the variant was renamed or deleted; --update removes it`,
    }));
