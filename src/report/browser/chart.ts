import type { InteractiveChart } from '../charts/interactive-data.ts';
import { wholeBox } from './boxes.ts';
import { element } from './dom.ts';
import { listenToKeys } from './keys.ts';
import { type Picture, pictureOf } from './picture.ts';
import { listenToPointer } from './pointer.ts';
import { isSelected, type Selection } from './selection.ts';
import { spoken, type Tooltip } from './tooltip.ts';

/** A chart of the page that answers. */
export interface Drawn {
  readonly figure: HTMLElement;
  readonly chart: InteractiveChart;
  readonly area: HTMLElement;
  readonly selection: Selection;
  /** The drawing for the screen as it is now. */
  readonly picture: () => Picture;
  /** Says what a mark is, at the mouse or beside the mark; nothing for `null`. */
  readonly tell: (mark: number | null, at?: { readonly x: number; readonly y: number }) => void;
  /** Selects what these marks are about. */
  readonly select: (marks: Iterable<number>) => void;
  /** The mark that is told of. */
  readonly told: () => number | null;
}

const NARROW = '(max-width: 640px)';

/** Draws a chart in its figure, in place of the printed one. That one stays, for paper. */
export async function drawChart(
  figure: HTMLElement,
  chart: InteractiveChart,
  selection: Selection,
  tooltip: Tooltip,
): Promise<Drawn> {
  const pictures: Picture[] = [];
  for (const { size, spec } of chart.specs) pictures.push(await pictureOf(chart, size, spec));
  const narrow = window.matchMedia(NARROW);
  const picture = () => pictures[narrow.matches ? pictures.length - 1 : 0]!;
  const area = areaOf(chart, pictures);
  const heard = area.querySelector('.unseen')!;
  let told: number | null = null;
  const tell: Drawn['tell'] = (mark, at) => {
    const { overlay, boxes, outside } = picture();
    const place = mark === null ? null : wholeBox(boxes, mark);
    told = place === null ? null : mark;
    overlay.mark(place);
    if (mark === null || place === null) return tooltip.hide();
    const own = chart.marks[mark]!;
    tooltip.show(own, at ?? outside({ x: (place.x1 + place.x2) / 2, y: (place.y1 + place.y2) / 2 }));
    if (at === undefined) heard.textContent = spoken(own);
  };
  const select: Drawn['select'] = (marks) => {
    const things = [...marks].flatMap((mark) => selection.selects(chart.marks[mark]!.about));
    selection.set({ chart: chart.id, caption: chart.caption, things: new Set(things) });
  };
  const drawn = { figure, chart, area, selection, picture, tell, select, told: () => told };
  follow(drawn, pictures);
  listenToPointer(drawn);
  listenToKeys(drawn);
  figure.append(area);
  figure.classList.add('is-live');
  return drawn;
}

function areaOf({ caption, brush }: InteractiveChart, pictures: readonly Picture[]): HTMLElement {
  const area = element('div', brush === null ? 'live' : 'live brushed');
  area.tabIndex = 0;
  area.setAttribute('role', 'group');
  area.setAttribute('aria-roledescription', 'chart');
  area.setAttribute('aria-label', caption);
  const heard = element('p', 'unseen');
  heard.setAttribute('aria-live', 'polite');
  area.append(...pictures.map(({ box }) => box), heard);
  return area;
}

/** Shows the selection of the page in all drawings of a chart. */
function follow({ chart, selection }: Drawn, pictures: readonly Picture[]): void {
  const all = new Set(chart.marks.flatMap(({ about }) => about));
  selection.follow((now) => {
    const marks = now === null || !selection.concerns(all) ? null : chart.marks;
    const lit = marks?.flatMap(({ about }, number) => (isSelected(about, now!) ? [number] : [])) ?? [];
    const chosen = new Set(lit);
    for (const { pick, overlay, boxes } of pictures) {
      // Where nothing of the chart is selected, all of it fades.
      pick(marks !== null && lit.length === 0 ? [-1] : lit);
      overlay.dots(boxes.filter(({ mark }) => chosen.has(mark)));
      if (now?.chart !== chart.id) overlay.range(null);
    }
  });
}
