import type { Box, Point, Range } from './boxes.ts';
import { svgElement } from './dom.ts';

/** What is drawn above a chart: the range that is selected, dots on lines, and the mark under the mouse. */
export interface Overlay {
  readonly range: (range: Range | null) => void;
  readonly dots: (boxes: readonly Box[]) => void;
  readonly mark: (range: Range | null) => void;
}

/** Adds the layers of an overlay to a sheet of SVG; `origin` is where the plot begins. */
export function overlayOf(sheet: SVGElement, origin: Point): Overlay {
  const group = svgElement('g', { transform: `translate(${origin.x},${origin.y})` });
  const layers = ['range', 'dots', 'mark'].map((name) => svgElement('g', { class: name }));
  group.append(...layers);
  sheet.append(group);
  const [ranges, dots, marks] = layers as [SVGElement, SVGElement, SVGElement];
  return {
    range: (range) => ranges.replaceChildren(...(range === null ? [] : [rectangle(range, 0)])),
    mark: (range) => marks.replaceChildren(...(range === null ? [] : [rectangle(range, 3)])),
    dots: (boxes) =>
      dots.replaceChildren(
        ...boxes.flatMap(({ dot, piece }) => {
          if (dot?.line) return [svgElement('circle', { cx: dot.x, cy: dot.y, r: 4, fill: dot.colour })];
          if (piece === undefined) return [];
          const ends = { x1: piece.from.x, y1: piece.from.y, x2: piece.to.x, y2: piece.to.y };
          return [svgElement('line', { ...ends, stroke: piece.colour })];
        }),
      ),
  };
}

function rectangle({ x1, y1, x2, y2 }: Range, around: number): SVGElement {
  return svgElement('rect', {
    x: x1 - around,
    y: y1 - around,
    width: Math.max(0, x2 - x1 + 2 * around),
    height: Math.max(0, y2 - y1 + 2 * around),
    rx: 3,
  });
}
