import type { InteractiveMark } from '../charts/interactive-data.ts';
import { element } from './dom.ts';

/** The one tooltip of the page. */
export interface Tooltip {
  readonly show: (mark: InteractiveMark, at: { readonly x: number; readonly y: number }) => void;
  readonly hide: () => void;
}

// Pixels between what is shown and the tooltip, and between the tooltip and the edge of the screen.
const GAP = 14;
const EDGE = 8;

/** Adds the tooltip to the page, hidden. */
export function tooltipOf(): Tooltip {
  const box = element('div', 'tip');
  box.setAttribute('role', 'tooltip');
  box.hidden = true;
  document.body.append(box);
  return {
    show: (mark, at) => {
      box.replaceChildren(...contents(mark));
      box.hidden = false;
      place(box, at);
    },
    hide: () => {
      box.hidden = true;
    },
  };
}

function contents({ title, facts }: InteractiveMark): readonly Node[] {
  const list = element('dl', '');
  for (const [label, value] of facts) list.append(element('dt', '', label), element('dd', '', value));
  return [element('p', 'title', title), ...(facts.length > 0 ? [list] : [])];
}

/** A mark as one sentence, for who listens. */
export function spoken({ title, facts }: InteractiveMark): string {
  const said = facts.map(([label, value]) => (label === '' ? value : `${label}: ${value}`));
  return [title, ...said].join('. ');
}

/** Below and right of the point, or on its other side where there is no room. */
function place(box: HTMLElement, { x, y }: { readonly x: number; readonly y: number }): void {
  const { width, height } = box.getBoundingClientRect();
  const [wide, high] = [document.documentElement.clientWidth, window.innerHeight];
  const left = x + GAP + width + EDGE > wide ? x - GAP - width : x + GAP;
  const top = y + GAP + height + EDGE > high ? y - GAP - height : y + GAP;
  box.style.left = `${Math.max(EDGE, Math.min(left, wide - width - EDGE))}px`;
  box.style.top = `${Math.max(EDGE, top)}px`;
}
