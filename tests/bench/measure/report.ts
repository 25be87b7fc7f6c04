export interface Aim {
  op: '>=' | '<=' | '<';
  number: number;
}

/** Prints one line of a benchmark; without an aim it informs only. */
export function report(bench: string, metric: string, value: number, unit: string, aim?: Aim): void {
  const line = `bench ${bench} ${metric} ${shown(value)} ${unit}`;
  const isMet = aim && holds[aim.op](value, aim.number);
  console.log(aim ? `${line} aim ${aim.op} ${shown(aim.number)} ${isMet ? 'met' : 'short'}` : line);
}

const holds: Record<Aim['op'], (value: number, aim: number) => boolean> = {
  '>=': (value, aim) => value >= aim,
  '<=': (value, aim) => value <= aim,
  '<': (value, aim) => value < aim,
};

const shown = (value: number) => String(Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
