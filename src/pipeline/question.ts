import type { Asked } from '../audit/pins.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { hashOf } from './provenance.ts';

/** The hash of what a scenario asks, wherever its data lie and whatever it is called. */
export const questionOf = ({ settings }: Pick<Scenario, 'settings'>, asked: Asked | undefined): string =>
  hashOf({ ...policyIn(settings), ...(asked?.stay && { stay_close_to: asked.stay }) });

/**
 * The settings that are part of the question. Where the data come from and what a scenario is called is no part of it.
 * Of an earlier run its rows are, and where its folder lies is not.
 */
export const policyIn = (settings: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(settings).filter(([key]) => !['data', 'title', 'stay_close_to'].includes(key)));
