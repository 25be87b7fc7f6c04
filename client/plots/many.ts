/** More dots than these cover each other: they are painted all at once, or as what they add up to. */
export const mostDots = 1500;

/** How much of the ground shines through where most dots lie: so many are told from more, however many there are. */
const densest = 0.12;

interface Ink {
  colour: string;
  /** In CSS pixels. */
  radius: number;
}

/**
 * Paints any number of dots at once: how many cover each pixel is counted, then every pixel is painted once. A hundred thousand take
 * some milliseconds, where circles drawn one by one take a second.
 * @param lay calls back with the place of each dot
 */
export function paintMany(context: CanvasRenderingContext2D, ink: Ink, lay: (dot: (x: number, y: number) => void) => void): void {
  const { width, height } = context.canvas;
  if (width === 0 || height === 0) return;
  const scale = context.getTransform().a;
  const reach = Math.ceil(ink.radius * scale);
  const middles = new Uint32Array(width * height);
  lay((x, y) => {
    const left = Math.floor(x * scale);
    const up = Math.floor(y * scale);
    if (left < reach || up < reach || left >= width - reach || up >= height - reach) return;
    const middle = up * width + left;
    middles[middle] = (middles[middle] as number) + 1;
  });
  const covers = spread(middles, discOf(ink.radius * scale, width));
  const [red = 0, green = 0, blue = 0] = channels(ink.colour);
  let most = 1;
  for (let place = 0; place < covers.length; place++) most = Math.max(most, covers[place] as number);
  const through = Math.max(0.4, densest ** (1 / most));
  const alpha = Uint8ClampedArray.from({ length: most + 1 }, (_, dots) => 255 * (1 - through ** dots));
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const solid = (blue << 16) | (green << 8) | red;
  for (let place = 0; place < covers.length; place++) {
    const dots = covers[place] as number;
    if (dots) pixels[place] = (((alpha[dots] as number) << 24) | solid) >>> 0;
  }
  const layer = new OffscreenCanvas(width, height);
  layer.getContext('2d')?.putImageData(image, 0, 0);
  context.save();
  context.resetTransform();
  context.globalAlpha = 1;
  context.drawImage(layer, 0, 0);
  context.restore();
}

/** How many discs cover each pixel, from how many have their middle there. */
function spread(middles: Uint32Array, disc: Int32Array): Uint32Array {
  const covers = new Uint32Array(middles.length);
  for (let middle = 0; middle < middles.length; middle++) {
    const dots = middles[middle] as number;
    if (dots === 0) continue;
    for (let pixel = 0; pixel < disc.length; pixel++) {
      const place = middle + (disc[pixel] as number);
      covers[place] = (covers[place] as number) + dots;
    }
  }
  return covers;
}

/** The pixels of a disc as steps from its middle, in rows of this width. */
function discOf(radius: number, width: number): Int32Array {
  const steps: number[] = [];
  const reach = Math.ceil(radius);
  for (let y = -reach; y <= reach; y++) {
    for (let x = -reach; x <= reach; x++) if (x * x + y * y <= radius * radius) steps.push(y * width + x);
  }
  return Int32Array.from(steps);
}

/** Red, green and blue of a colour written in any way. */
function channels(colour: string): Uint8ClampedArray {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return new Uint8ClampedArray(4);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
}
