declare module 'fast-kde' {
  interface Options1D {
    x: (datum: number, index: number) => number;
    weight: (datum: number, index: number) => number;
    bandwidth: number;
    extent: [from: number, to: number];
    bins: number;
  }
  interface Options2D {
    x: (datum: number, index: number) => number;
    y: (datum: number, index: number) => number;
    weight?: (datum: number, index: number) => number;
    bandwidth: number;
    extent: [x: [from: number, to: number], y: [from: number, to: number]];
    bins: [x: number, y: number];
  }
  export function density1d(data: ArrayLike<number>, options: Options1D): { grid(): Float64Array };
  export function density2d(data: ArrayLike<number>, options: Options2D): { grid(): Float64Array };
}
