import type { Violation } from '../../../../audit/audit.ts';
import { brokenOf, type Margin } from '../../../../audit/margins.ts';

/** A rule that is broken, before any relaxation, with the spots that it is about: one of them may excuse it. */
export interface SpotFault extends Violation {
  readonly spots: readonly string[];
}

/** A rule held against the log, with the spots that it is about. */
export interface SpotMargin extends Margin {
  readonly spots: readonly string[];
}

/** The rules that are broken among these margins. */
export function faultsOf(margins: readonly SpotMargin[]): readonly SpotFault[] {
  return brokenOf(margins).map(({ rule, entity, text, spots }) => ({ rule, entity, text: text(), spots }));
}
