import { readChain } from '../scenario/extends.ts';
import { variantsOf as variantsIn } from '../scenario/overrides.ts';
import { type ReadOptions, type ReadScenario, readScenario as read } from '../scenario/read.ts';
import { domains } from './index.ts';

/**
 * Reads a scenario file of any kind; `options` chooses a variant of it and changes settings.
 *
 * @throws Refusal with every problem, each at its place.
 * @example
 * readScenario('scenarios/rotation/prime-evening.yaml').settings.title // 'Prime time of 10 March 2025'
 * readScenario('scenarios/rotation/prime-evening.yaml', { set: ['rules.separation=soon'] })
 * // throws 'rules.separation needs a whole number from 0 to 86400, was "soon"'
 */
export const readScenario = (file: string, options: ReadOptions = {}): ReadScenario => read(file, domains, options);

/**
 * The names of a scenario file's variants, in the order of the file.
 *
 * @throws Refusal where the file cannot be read.
 * @example
 * variantsOf('scenarios/loans/fairness.yaml') // ['off', 'linear_200', 'linear_400', 'stepped']
 */
export const variantsOf = (file: string): readonly string[] => [...variantsIn(readChain(file)).keys()];
