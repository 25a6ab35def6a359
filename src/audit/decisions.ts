import type { Level } from './audit.ts';
import { decimal } from './words.ts';

/** A preference that decided among schedules of the same net score. */
export interface CheckedPreference {
  /** What people call its metric. */
  readonly label: string;
  readonly want: 'most' | 'least';
  /** The metric as the auditor computes it, and as the solver says; no number where the solver came to nothing. */
  readonly audited: number;
  readonly claimed: number;
  /** How far the bound by shadow prices lies above what was reached, in billionths; undefined where there is none. */
  readonly gap: bigint | undefined;
  /** No two schedules differ by less, in billionths. */
  readonly step: bigint | undefined;
  /** The solver's word that no schedule of this net score meets it better. */
  readonly proven: boolean;
}

/**
 * The levels of trust with what decided ties: the auditor's metric is the solver's (level 2), and no schedule of the same
 * net score meets the preference better (level 3).
 */
export function withDecisions(levels: readonly Level[], decisions: readonly CheckedPreference[]): readonly Level[] {
  if (decisions.length === 0) return levels;
  return levels.map((level): Level => {
    if (level.level === 2) return joined(level, decisions.map(pricedText));
    return level.level === 3 ? joined(level, decisions.map(boundedText)) : level;
  });
}

interface Part {
  readonly passed: boolean;
  readonly text: string;
}

const joined = (level: Level, parts: readonly Part[]): Level => ({
  ...level,
  passed: level.passed && parts.every(({ passed }) => passed),
  text: [level.text, ...parts.map(({ text }) => text)].join('; '),
});

function pricedText({ label, audited, claimed }: CheckedPreference): Part {
  const is = Number.isNaN(audited) ? 'has no value' : `is ${decimal(audited)}`;
  if (Number.isNaN(claimed)) return { passed: true, text: `${label} ${is}, and did not decide` };
  const passed = audited === claimed;
  const but = passed ? 'as the solver says' : `but the solver says ${decimal(claimed)}`;
  return { passed, text: `${label} ${is}, ${but}` };
}

function boundedText({ label, want, claimed, gap, step, proven }: CheckedPreference): Part {
  if (Number.isNaN(claimed)) return { passed: true, text: `how far ${label} could decide is not known` };
  const none = `no schedule of this net score has ${want === 'most' ? 'more' : 'fewer'} than ${decimal(claimed)} (${label})`;
  if (gap !== undefined && gap < 0n)
    return { passed: false, text: `the shadow prices do not allow ${decimal(claimed)} (${label})` };
  if (!proven) return { passed: true, text: `whether ${none} is not proven` };
  const certified = gap !== undefined && step !== undefined && gap < step;
  return { passed: true, text: `${none}${certified ? ', by shadow prices alone' : ', for which the solver vouches'}` };
}
