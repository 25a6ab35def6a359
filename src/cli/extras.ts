import { EXPLAINED, PRICED } from '../commands.ts';
import { type RunOptions as Asked, type Run, visible } from '../index.ts';

/** What `run` may be asked for beside a schedule. */
export interface Extras {
  readonly ties?: true;
  readonly prices?: true | number;
  readonly explain?: true | number;
}

/** The same for the library: of what is asked for without a number, as many as it would take itself. */
export const extrasFor = ({ ties, prices, explain }: Extras): Pick<Asked, 'ties' | 'prices' | 'explain'> => ({
  ...(ties && { ties }),
  ...(prices !== undefined && { prices: prices === true ? PRICED : prices }),
  ...(explain !== undefined && { explain: explain === true ? EXPLAINED : explain }),
});

/** A line where something was asked for that only a proven schedule can answer; undefined where all was answered. */
export function unanswered({ name, status }: Run, extras: Extras): string | undefined {
  const asked = (['ties', 'prices', 'explain'] as const).filter((one) => extras[one] !== undefined);
  if (asked.length === 0 || status === 'optimal') return undefined;
  const options = asked.map((one) => `--${one}`).join(' and ');
  const needs = asked.length === 1 ? 'needs' : 'need';
  return `${visible(name)}: note: ${options} ${needs} a schedule that is proven to be the best, and this run is ${status}: nothing was added\n`;
}
