import { fitted, isFluid, type Size, type Spec, themed } from './chart-layout.ts';
import { type Chart, distinct } from './charts.ts';
import { readAsset } from './templates.ts';

/** Named, never fetched: it tells a notebook which Vega-Lite to draw with. */
const SCHEMA = 'https://vega.github.io/schema/vega-lite/v5.json';

// Pixels: the cells of a notebook beside its list of files.
const WIDTH = 760;

// Pixels at the right: a program with fonts of its own may cut what stands at the end of the longest bar.
const SPARE = 30;

/** A chart as one Vega-Lite spec that holds its rows, for programs that draw it themselves. */
export async function chartSpec({ chart, caption, data }: Chart): Promise<Spec> {
  const spec = JSON.parse(await readAsset(`charts/${chart}.vl.json`)) as Spec;
  const theme = JSON.parse(await readAsset('charts/theme.json')) as Spec;
  const datasets = Object.fromEntries(Object.entries(data).map(([name, rows]) => [name, distinct(rows)]));
  const size: Size = isFluid(spec) ? 'wide' : 'any';
  const padding = { ...(theme.padding as Spec), right: SPARE };
  const config = { ...themed(theme, size, Object.values(datasets).flat()), background: '#ffffff', padding };
  const layout = { ...fitted(spec, size), ...(size === 'wide' && { width: WIDTH }) };
  return { $schema: SCHEMA, ...spec, ...layout, description: caption, config, datasets };
}
