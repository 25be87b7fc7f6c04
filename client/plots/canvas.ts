import type { Attachment } from 'svelte/attachments';
import { MediaQuery } from 'svelte/reactivity';

const dark = new MediaQuery('prefers-color-scheme: dark');

/**
 * Keeps a canvas painted: sharp on any screen, and again whenever something that `paint` reads, or the theme, changes.
 * @param paint draws in CSS pixels on an empty canvas
 */
export function painted(
  size: () => { width: number; height: number },
  paint: (context: CanvasRenderingContext2D) => void,
): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    void dark.current;
    const { width, height } = size();
    const scale = devicePixelRatio || 1;
    const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
    // Another size makes the browser lay the canvas out anew.
    if (canvas.width !== wide) canvas.width = wide;
    if (canvas.height !== high) canvas.height = high;
    const context = canvas.getContext('2d');
    if (!context || width <= 0 || height <= 0) return;
    context.reset();
    context.scale(scale, scale);
    paint(context);
  };
}
