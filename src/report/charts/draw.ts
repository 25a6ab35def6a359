import type { Spec as VegaSpec } from 'vega';
import type { TopLevelSpec } from 'vega-lite';
import type { AxisTitles, Datum } from '../page.ts';
import { readAsset } from '../templates.ts';
import { fitted, isFluid, type Size, type Spec, themed } from './layout.ts';
import { LOADER } from './loader.ts';

/** A chart to draw: which spec, with which rows, and what it is called. */
export interface Chart {
  readonly chart: string;
  readonly caption: string;
  readonly data: Readonly<Record<string, readonly Datum[]>>;
  /** What its axes show, with the unit: they stand where the spec has "{x}" and "{y}". */
  readonly titles?: AxisTitles;
}

/** One drawing; `size` is the screen that it is meant for. */
export interface Drawing {
  readonly size: Size;
  readonly svg: string;
}

/** A chart's whole Vega-Lite spec for one size of screen. */
export interface SizedSpec {
  readonly size: Size;
  readonly spec: Spec;
}

/**
 * Draws a chart as static SVG, once for each width. No script, no network: the loader refuses everything.
 *
 * @example
 * const rows = [{ label: 'guaranteed', value: 4 }, { label: 'priority', value: 5 }];
 * const [{ svg }] = await drawChart({ chart: 'bars', caption: 'Spots placed', data: { rows } }, 'spots');
 * svg.startsWith('<svg') // true
 *
 * @param id makes the ids inside the drawing unique in the page
 * @param warn told of everything that Vega finds odd
 */
export async function drawChart(
  chart: Chart,
  id: string,
  warn: (text: string) => void = () => {},
): Promise<readonly Drawing[]> {
  const drawings: Drawing[] = [];
  for (const { size, spec } of await sizedSpecs(chart))
    drawings.push({ size, svg: labelled(await toSvg(spec, warn), `${id}-${size}`, size, chart.caption) });
  return drawings;
}

/** The specs of a chart, one for each width that it is drawn in, each with its rows and the theme. */
export async function sizedSpecs(chart: Chart): Promise<readonly SizedSpec[]> {
  // A name leads to a file: none may lead out of the folder.
  if (!/^[a-z][a-z0-9-]*$/.test(chart.chart)) throw new Error(`no chart is called "${chart.chart}"`);
  const spec = JSON.parse(titled(await readAsset(`charts/${chart.chart}.vl.json`), chart.titles)) as Spec;
  const theme = JSON.parse(await readAsset('charts/theme.json')) as Spec;
  checkData(spec, chart);
  const datasets = Object.fromEntries(Object.entries(chart.data).map(([name, rows]) => [name, distinct(rows)]));
  const sizes: readonly Size[] = isFluid(spec) ? ['wide', 'narrow'] : ['any'];
  return sizes.map((size) => {
    const config = themed(theme, size, Object.values(datasets).flat());
    return { size, spec: { ...spec, ...fitted(spec, size), config, datasets } };
  });
}

const titled = (spec: string, titles?: AxisTitles): string =>
  spec.replaceAll(/"\{([xy])\}"/g, (_, axis: 'x' | 'y') => JSON.stringify(titles?.[axis] ?? null));

/** Vega-Lite compiled to Vega. */
export async function compiled(spec: Spec, warn: (text: string) => void = () => {}): Promise<Spec> {
  const lite = await import('vega-lite');
  return lite.compile(spec as unknown as TopLevelSpec, { logger: quiet(warn) }).spec as unknown as Spec;
}

/**
 * Bars of one label are drawn over each other, and two partners may have one name: the second becomes "… (2)". All rows
 * are copies, since Vega writes into those that it is given.
 */
function distinct(rows: readonly Datum[]): readonly Datum[] {
  const seen = new Map<unknown, number>();
  return rows.map((row) => {
    if (row.label === undefined) return { ...row };
    const times = (seen.get(row.label) ?? 0) + 1;
    seen.set(row.label, times);
    return times === 1 ? { ...row } : { ...row, label: `${row.label} (${times})` };
  });
}

// A data set that nobody filled would draw an empty frame without a word.
function checkData(spec: Spec, chart: Chart): void {
  const missing = dataNames(spec).filter((name) => !Object.hasOwn(chart.data, name));
  if (missing.length > 0) throw new Error(`chart ${chart.chart}: no rows given for ${missing.join(', ')}`);
}

function dataNames(node: unknown): string[] {
  if (node === null || typeof node !== 'object') return [];
  const own = (node as { data?: { name?: unknown } }).data?.name;
  return [...(typeof own === 'string' ? [own] : []), ...Object.values(node).flatMap(dataNames)];
}

async function toSvg(spec: Spec, warn: (text: string) => void): Promise<string> {
  // vega awaits at its top level: imported statically it would make this library unusable from a notebook.
  const vega = await import('vega');
  const vegaSpec = (await compiled(spec, warn)) as unknown as VegaSpec;
  const view = new vega.View(vega.parse(vegaSpec), { renderer: 'none', loader: LOADER, logger: quiet(warn) });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

function quiet(warn: (text: string) => void) {
  const logger = {
    level: () => logger,
    error: (...parts: readonly unknown[]) => tell(parts),
    warn: (...parts: readonly unknown[]) => tell(parts),
    info: () => logger,
    debug: () => logger,
  };
  const tell = (parts: readonly unknown[]) => {
    const text = parts.map(String).join(' ');
    // Said of every fit-x chart whose height is a step a row, which is what is wanted.
    if (text !== 'Dropping "fit-y" because spec has discrete height.') warn(text);
    return logger;
  };
  // Vega types `level` both as getter and setter; one that ignores its argument serves as either.
  return logger as never;
}

// The drawing is one image with one name: Vega's own roles for each bar would be read out one by one, unnamed.
function labelled(svg: string, id: string, size: string, caption: string): string {
  const inner = svg.replaceAll(/<[^>]+>/g, (tag) =>
    tag
      .replaceAll(/ id="([^"]+)"/g, ` id="${id}-$1"`)
      .replaceAll(/url\(#([^)]+)\)/g, `url(#${id}-$1)`)
      .replaceAll(/ (?:font-family|role|aria-[a-z]+)="[^"]*"/g, ''),
  );
  const viewBox = /viewBox="([^"]+)"/.exec(svg)?.[1] ?? '0 0 0 0';
  const [, , width] = viewBox.split(' ');
  const head = `<svg class="${size}" role="img" aria-labelledby="${id}-title" viewBox="${viewBox}" style="max-width:${width}px">`;
  return inner.replace(/<svg[^>]*>/, `${head}<title id="${id}-title">${escapeText(caption)}</title>`);
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
