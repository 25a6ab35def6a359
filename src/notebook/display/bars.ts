import { chartBundles } from './bundles.ts';
import { display, isDrawn } from './display.ts';

/** A bar: its name and how long it is. */
export interface Bar {
  readonly label: string;
  readonly value: number;
}

/**
 * Shows bars, one below the other in the order given: for what a notebook reckons itself.
 *
 * @param caption What is shown, with its unit. One caption, one chart: it makes the ids in the drawing unique.
 * @example
 * const bars = run.rows('tiers').map(({ tier, placed }) => ({ label: String(tier), value: Number(placed) }));
 * await showBars('Spots placed', bars) // prints 'Spots placed\nguaranteed: 4\npriority: 5\nremnant: 3'
 */
export async function showBars(caption: string, bars: readonly Bar[]): Promise<void> {
  const rows = bars.map(({ label, value }) => ({ label, value }));
  const block = { type: 'chart', chart: 'bars', caption, data: { rows } } as const;
  if (!isDrawn())
    return display([{ 'text/plain': [caption, ...rows.map((bar) => `${bar.label}: ${bar.value}`)].join('\n') }]);
  const id = `bars-${caption.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
  await display(await chartBundles(block, id));
}
