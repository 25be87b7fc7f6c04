import { expect, it } from 'vitest';
import { layStones } from '../../triads/figures/layout/stones-layout.ts';
import { layTriad } from '../../triads/figures/layout/triad-layout.ts';
import type { Measure } from '../../triads/figures/wrap.ts';
import { height } from '../../triads/geometry/plane.ts';

/** Wider than most letters are. */
const measure: Measure = (text) => [...text].length * 0.62;

const labels = [
  'time',
  'communication styles',
  'Gesundheitsversorgungsstrukturverbesserungsmaßnahmen',
  'Rechtsschutzversicherungsgesellschaften und Zusammenarbeitsvereinbarungen',
  'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
  'cydweithrediad rhyngddisgyblaethol a chyfrifoldebau',
  'صحت کی دیکھ بھال کرنے والوں کے درمیان باہمی تعاون اور ذمہ داریاں',
  'ذمہ داری',
];

it('labels of a triad are never cut, wider than their room, over each other or over the triangle, however long their words', () => {
  for (const width of [120, 150, 180, 260, 420, 640]) {
    for (const top of labels) {
      for (const left of labels) {
        for (const right of labels) {
          const tall = Math.max(240, width);
          const { triangle, labels: laid } = layTriad(width, tall, { top, left, right }, measure);
          const boxes = Object.values(laid).map(({ lines, size, at, lineHeight, width: wide }) => ({
            text: lines.join('').replaceAll(/[-\s]/g, ''),
            widest: Math.max(...lines.map((line) => measure(line) * size)),
            from: at.x - wide / 2,
            to: at.x + wide / 2,
            above: at.y - size,
            below: at.y - size + lineHeight * lines.length,
          }));
          const [above, one, other] = boxes as [(typeof boxes)[0], (typeof boxes)[0], (typeof boxes)[0]];
          const context = `${width}: ${top} | ${left} | ${right}`;
          for (const [box, label] of [
            [above, top],
            [one, left],
            [other, right],
          ] as const) {
            expect([context, box.text]).toEqual([context, label.replaceAll(/[-\s]/g, '')]);
            expect([context, box.from >= -0.5 && box.to <= width + 0.5 && box.widest <= width + 0.5]).toEqual([context, true]);
          }
          expect([context, one.to <= other.from + 0.5]).toEqual([context, true]);
          const apex = triangle.origin.y - triangle.side * height;
          expect([context, above.below <= apex + 0.5, one.above >= triangle.origin.y, other.above >= triangle.origin.y]).toEqual([
            context,
            true,
            true,
            true,
          ]);
        }
      }
    }
  }
});

it('the names of axes stand above and below their canvas, whole', () => {
  for (const width of [140, 260, 600]) {
    for (const name of labels) {
      const { square, up, across, lineHeight } = layStones(width, 320, { up: `${name} ↑`, across: `${name} →` }, measure);
      expect(up.width).toBeLessThanOrEqual(width);
      expect(up.y + (up.lines.length - 1) * lineHeight).toBeLessThan(square.y);
      expect(across.y - across.size).toBeGreaterThan(square.y + square.height - 1);
      expect(across.y + (across.lines.length - 1) * lineHeight).toBeLessThan(320);
    }
  }
});
