import type { By } from '../../../triads/answers/answer.ts';

/** How a pointer places: a pen is held like a finger. */
export const byPointer = (type: string): By => (type === 'mouse' ? 'mouse' : 'touch');

/** How a button was pressed: a click without a press of a pointer comes from the keyboard or from what stands in for one. */
export function byClick(event: MouseEvent): By {
  if (event.detail === 0) return 'keys';
  const type = 'pointerType' in event ? event.pointerType : '';
  return byPointer(type === 'mouse' || (!type && !coarse()) ? 'mouse' : 'touch');
}

/** The means this device is mostly used by, where an event does not say. */
export const byDevice = (): By => (coarse() ? 'touch' : 'mouse');

const coarse = () => matchMedia('(pointer: coarse)').matches;
