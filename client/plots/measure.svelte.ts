import type { Measure } from '../../triads/figures/wrap.ts';

export const family = '"Inter Variable", system-ui, sans-serif';
let context: CanvasRenderingContext2D | null = null;
let loaded = $state(document.fonts.status === 'loaded' ? 1 : 0);
document.fonts.ready.then(() => loaded++);

/** Measures in the interface's font; whoever measures in a derived value measures again once the font has come. */
export function measurer(): Measure {
  void loaded;
  context ??= document.createElement('canvas').getContext('2d');
  const pen = context;
  if (!pen) return (text) => text.length * 0.55;
  pen.font = `450 100px ${family}`;
  return (text) => pen.measureText(text).width / 100;
}
