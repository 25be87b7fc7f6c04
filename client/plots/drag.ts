import type { Attachment } from 'svelte/attachments';
import { type ScreenPoint, screenPoint } from '../../triads/geometry/coordinates.ts';

export interface Drag {
  /** While drawing: the points so far; none once it is done or given up. */
  draw: (points: ScreenPoint[], adds: boolean) => void;
  /** Once drawn, with whether Shift was held; a press that hardly moved is a touch and ends in `touch`. */
  done: (points: ScreenPoint[], adds: boolean) => void;
  touch?: ((point: ScreenPoint, adds: boolean) => void) | undefined;
  /** Whether a finger draws; where it does not, it scrolls the page. */
  fingers: boolean;
}

const least = 6;

/**
 * Follows a pointer over a plot, in pixels from its upper left; Escape gives up.
 * @param on what may change while a drag is under way is given as getters: it is read when it is needed, so that nothing begins anew
 */
export function drag(on: Drag): Attachment<HTMLElement | SVGElement> {
  return (node) => {
    let points: ScreenPoint[] | null = null;
    const at = (event: PointerEvent) => {
      const box = node.getBoundingClientRect();
      return screenPoint(event.clientX - box.left, event.clientY - box.top);
    };
    const down = (event: PointerEvent) => {
      if (event.button !== 0 || (event.pointerType === 'touch' && !on.fingers)) return;
      points = [at(event)];
      node.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent) => {
      if (!points) return;
      points.push(at(event));
      if (reach(points) >= least) on.draw([...points], event.shiftKey);
    };
    const up = (event: PointerEvent) => {
      const drawn = points;
      points = null;
      if (!drawn) return;
      on.draw([], false);
      const [first] = drawn;
      if (reach(drawn) >= least) on.done(drawn, event.shiftKey);
      else if (first) on.touch?.(first, event.shiftKey);
    };
    const giveUp = () => {
      points = null;
      on.draw([], false);
    };
    const key = (event: KeyboardEvent) => {
      if (points && event.key === 'Escape') {
        event.stopPropagation();
        giveUp();
      }
    };
    const tap = (event: MouseEvent) => {
      if (!on.fingers && event instanceof PointerEvent && event.pointerType === 'touch') on.touch?.(at(event), false);
    };
    const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: giveUp, click: tap } as const;
    for (const [name, listener] of Object.entries(listeners)) node.addEventListener(name, listener as EventListener);
    addEventListener('keydown', key, true);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) node.removeEventListener(name, listener as EventListener);
      removeEventListener('keydown', key, true);
    };
  };
}

function reach(points: ScreenPoint[]): number {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}

/** The path through some points, closed. */
export function outline(points: { x: number; y: number }[]): string {
  return points.length ? `M${points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z` : '';
}
