import type { Brush } from '../charts/interactive-data.ts';
import { nearest, type Point, type Range, within } from './boxes.ts';
import type { Drawn } from './chart.ts';

// In pixels of the screen: less is a click.
const DRAG = 4;

/** Mouse and pen: what stands under them is told, and a range that they draw is selected. A finger taps. */
export function listenToPointer(drawn: Drawn): void {
  const { area, tell, selection, chart, picture } = drawn;
  let from: Point | null = null;
  let dragging = false;
  let waiting = 0;
  area.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    from = { x: event.clientX, y: event.clientY };
    area.setPointerCapture(event.pointerId);
  });
  area.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch') return;
    const to = { x: event.clientX, y: event.clientY };
    if (from !== null && chart.brush !== null && Math.hypot(to.x - from.x, to.y - from.y) > DRAG) dragging = true;
    if (!dragging || from === null) return tell(markAt(drawn, to), to);
    tell(null);
    const range = rangeOf(drawn, from, to, chart.brush!);
    picture().overlay.range(range);
    // Many moves may come before the screen is drawn once.
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => drawn.select(within(picture().boxes, range)));
  });
  area.addEventListener('pointerup', () => {
    from = null;
  });
  area.addEventListener('pointercancel', () => {
    from = null;
    dragging = false;
  });
  area.addEventListener('pointerleave', (event) => {
    if (event.pointerType !== 'touch') tell(null);
  });
  area.addEventListener('click', (event) => {
    // The click that ends a drag.
    if (dragging) dragging = false;
    else if (event.detail < 2) choose(drawn, markAt(drawn, { x: event.clientX, y: event.clientY }), event);
  });
  area.addEventListener('dblclick', () => selection.clear());
  document.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'touch' && !area.contains(event.target as Node)) tell(null);
  });
}

function choose(drawn: Drawn, mark: number | null, { clientX: x, clientY: y }: MouseEvent): void {
  drawn.tell(mark, { x, y });
  if (mark !== null) toggle(drawn, mark);
}

/** Selects one mark; where just that is selected, nothing. */
export function toggle({ chart, selection, select, picture }: Drawn, mark: number): void {
  const { about } = chart.marks[mark]!;
  if (about.length === 0) return;
  const own = selection.selects(about);
  const now = selection.now();
  picture().overlay.range(null);
  if (now !== null && now.things.size === new Set(own).size && own.every((thing) => now.things.has(thing)))
    selection.clear();
  else select([mark]);
}

const markAt = ({ picture, chart }: Drawn, point: Point): number | null =>
  nearest(picture().boxes, picture().inside(point), chart.names);

/** The range between two points of the screen; along one axis only it is as large as the drawing along the other. */
function rangeOf({ picture }: Drawn, from: Point, to: Point, brush: Brush): Range {
  const { inside, frame } = picture();
  const [a, b] = [inside(from), inside(to)];
  const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
  const sides = (one: number, other: number, least: number, most: number): readonly [number, number] => [
    clamp(Math.min(one, other), least, most),
    clamp(Math.max(one, other), least, most),
  ];
  const [x1, x2] = brush === 'y' ? [frame.x1, frame.x2] : sides(a.x, b.x, frame.x1, frame.x2);
  const [y1, y2] = brush === 'x' ? [frame.y1, frame.y2] : sides(a.y, b.y, frame.y1, frame.y2);
  return { x1, y1, x2, y2 };
}
