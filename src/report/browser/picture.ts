import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { InteractiveChart } from '../charts/interactive-data.ts';
import type { Size, Spec } from '../charts/layout.ts';
import { LOADER } from '../charts/loader.ts';
import { type Box, boxesOf, type Point, type Range, type SceneMark, withPieces } from './boxes.ts';
import { element, svgElement } from './dom.ts';
import { type Overlay, overlayOf } from './overlay.ts';

/** One drawing of a chart, for one width of screen. */
export interface Picture {
  readonly box: HTMLElement;
  readonly boxes: readonly Box[];
  /** The edges of the plot, within the axes, in its own coordinates. */
  readonly frame: Range;
  readonly overlay: Overlay;
  /** Fades all marks but these; none fades where there are none. */
  readonly pick: (marks: readonly number[]) => void;
  /** From the screen to the drawing, and back. */
  readonly inside: (point: Point) => Point;
  readonly outside: (point: Point) => Point;
}

// Widths of text are estimated as they are where the report is written, so that the drawing is the printed one.
const { textMetrics } = vega as unknown as { readonly textMetrics: { readonly canvas: (use: boolean) => void } };
textMetrics.canvas(false);

/** Draws a spec with its data. Expressions are interpreted: the page allows no code made from text. */
export async function pictureOf(chart: InteractiveChart, size: Size, spec: Spec): Promise<Picture> {
  const box = element('div', size);
  const runtime = vega.parse(filled(spec, chart) as unknown as vega.Spec, undefined, { ast: true });
  const options = { renderer: 'svg', container: box, loader: LOADER, expr: expressionInterpreter, hover: false };
  const view = new vega.View(runtime, options as unknown as vega.ViewOptions);
  await view.runAsync();
  const svg = box.querySelector('svg')!;
  const { width, height } = fitted(svg);
  const group = svg.querySelector('g')!;
  const [x = 0, y = 0] = (group.getAttribute('transform')?.match(/-?[\d.]+/g) ?? []).map(Number);
  const sheet = svgElement('svg', { class: 'over', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
  const overlay = overlayOf(sheet, { x, y });
  box.append(sheet);
  const { root } = view.scenegraph() as unknown as { readonly root: SceneMark };
  const plot = root.items[0];
  return {
    box,
    boxes: withPieces(boxesOf(root)),
    frame: { x1: 0, y1: 0, x2: plot?.width ?? width, y2: plot?.height ?? height },
    overlay,
    pick: (marks) => void view.signal('picked', marks).runAsync(),
    inside: (point) => moved(point, group.getScreenCTM()?.inverse()),
    outside: (point) => moved(point, group.getScreenCTM() ?? undefined),
  };
}

function filled(spec: Spec, { data }: InteractiveChart): Spec {
  const sets = spec.data as readonly Spec[];
  const rowsOf = (name: unknown) => (typeof name === 'string' && Object.hasOwn(data, name) ? data[name] : undefined);
  return {
    ...spec,
    data: sets.map((set) => {
      const rows = set.source === undefined ? rowsOf(set.name) : undefined;
      return rows === undefined ? set : { ...set, values: rows };
    }),
  };
}

/** As wide as the column and no wider than it was drawn, like the printed one. */
function fitted(svg: SVGSVGElement) {
  const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
  svg.removeAttribute('width');
  svg.removeAttribute('height');
  svg.setAttribute('aria-hidden', 'true');
  const box = svg.parentElement!;
  box.style.maxWidth = `${width}px`;
  return { width, height };
}

function moved(point: Point, by: DOMMatrix | undefined): Point {
  const { x, y } = new DOMPoint(point.x, point.y).matrixTransform(by);
  return { x, y };
}
