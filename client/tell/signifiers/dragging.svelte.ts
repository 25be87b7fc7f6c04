import type { By } from '../../../triads/answers/answer.ts';
import { type ScreenPoint, screenPoint } from '../../../triads/geometry/coordinates.ts';
import { byPointer } from './means.ts';

/** A finger, pen or mouse on a surface drawn in SVG: a press places, and moving while pressed adjusts. */
export class Dragging {
  active = $state(false);
  readonly #place: (at: ScreenPoint, by: By, starts: boolean) => void;

  /** @param place told the point in the drawing's own units */
  constructor(place: (at: ScreenPoint, by: By, starts: boolean) => void) {
    this.#place = place;
  }

  readonly onpointerdown = (event: PointerEvent & { currentTarget: SVGGraphicsElement }): void => {
    if (!event.isPrimary || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    this.active = true;
    this.#tell(event, true);
  };

  readonly onpointermove = (event: PointerEvent & { currentTarget: SVGGraphicsElement }): void => {
    if (this.active && event.isPrimary) this.#tell(event, false);
  };

  readonly onpointerup = (event: PointerEvent): void => {
    if (event.isPrimary) this.active = false;
  };

  readonly onpointercancel = this.onpointerup;

  #tell(event: PointerEvent & { currentTarget: SVGGraphicsElement }, starts: boolean): void {
    const toDrawing = event.currentTarget.getScreenCTM()?.inverse();
    if (!toDrawing) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(toDrawing);
    this.#place(screenPoint(x, y), byPointer(event.pointerType), starts);
  }
}
