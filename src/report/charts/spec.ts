import { type Chart, type SizedSpec, sizedSpecs } from './draw.ts';
import type { Spec } from './layout.ts';

/** Named, never fetched: it tells a notebook which Vega-Lite to draw with. */
const SCHEMA = 'https://vega.github.io/schema/vega-lite/v5.json';

// Pixels: the cells of a notebook beside its list of files.
const WIDTH = 760;

// Pixels at the right: a program with fonts of its own may cut what stands at the end of the longest bar.
const SPARE = 30;

/**
 * A chart as one Vega-Lite spec that holds its rows, for programs that draw it themselves.
 *
 * @example
 * const spec = await chartSpec({ chart: 'bars', caption: 'Spots', data: { rows: [{ label: 'a', value: 4 }] } });
 * typeof spec.$schema // 'string'
 */
export async function chartSpec(chart: Chart): Promise<Spec> {
  const [{ size, spec }] = (await sizedSpecs(chart)) as [SizedSpec];
  const theme = spec.config as Spec;
  const config = { ...theme, background: '#ffffff', padding: { ...(theme.padding as Spec), right: SPARE } };
  return { $schema: SCHEMA, ...spec, ...(size === 'wide' && { width: WIDTH }), description: chart.caption, config };
}
