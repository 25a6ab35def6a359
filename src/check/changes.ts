import type { Baseline } from './baseline-file.ts';
import { printPolicy } from './policy-text.ts';

/** A value of a baseline that an update wrote anew. */
export interface Change {
  readonly what: string;
  /** Absent where there was none. */
  readonly old?: number | string | null;
  /** Absent where there is none any more. */
  readonly new?: number | string | null;
}

/** What differs between two baselines of a run, in the order of the new one, what is gone last. */
export function changesOf(before: Baseline | undefined, after: Baseline | undefined): readonly Change[] {
  const old = new Map(Object.entries(before?.values ?? {}));
  const now = new Map(Object.entries(after?.values ?? {}));
  const values = [...new Set([...now.keys(), ...old.keys()])].flatMap((what): readonly Change[] => {
    const [was, is] = [old.get(what), now.get(what)];
    if (was !== undefined && is !== undefined && was.value === is.value) return [];
    return [{ what, ...(was && { old: was.value }), ...(is && { new: is.value }) }];
  });
  return [...values, ...policyChange(before, after)];
}

/** The file shows which settings: here one line says that they are others, or that they are recorded at last. */
function policyChange(before: Baseline | undefined, after: Baseline | undefined): readonly Change[] {
  if (before === undefined || after?.policy === undefined) return [];
  if (before.policy === undefined) return [{ what: 'policy', new: 'recorded' }];
  const same = printPolicy(before.policy, '') === printPolicy(after.policy, '');
  return same ? [] : [{ what: 'policy', old: 'the settings of then', new: 'the settings of now' }];
}
