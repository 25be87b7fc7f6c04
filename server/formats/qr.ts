import { encode } from 'uqr';

/** Light modules that stand around a code, so that cameras find it (ISO/IEC 18004). */
export const quietZone = 4;

/** The modules of a QR code, dark ones true, row by row and without the quiet zone. Survives a crease: a quarter may be lost. */
export function qrModules(text: string): boolean[][] {
  return encode(text, { ecc: 'Q', border: 0 }).data;
}

/**
 * The dark modules as the `d` of an SVG path, one module a unit: runs of a row as one rectangle each.
 * @param at where the first module is
 */
export function qrPath(modules: boolean[][], at = 0): string {
  return modules
    .flatMap((row, y) =>
      [
        ...row
          .map((isDark) => (isDark ? '#' : ' '))
          .join('')
          .matchAll(/#+/g),
      ].map(({ index, 0: run }) => `M${at + index} ${at + y}h${run.length}v1h-${run.length}z`),
    )
    .join('');
}

/** A QR code as an SVG of any size, with its quiet zone, dark on white whatever it is laid on. */
export function qrSvg(text: string, title: string): string {
  const modules = qrModules(text);
  const side = modules.length + 2 * quietZone;
  const escaped = title.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 8}" height="${side * 8}" role="img" shape-rendering="crispEdges">`,
    `<title>${escaped}</title>`,
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/>`,
    `<path d="${qrPath(modules, quietZone)}"/>`,
    '</svg>',
  ].join('');
}
