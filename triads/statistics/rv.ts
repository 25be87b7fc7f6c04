/**
 * How far two sets of measurements of the same stories vary together, whatever the direction: the RV coefficient
 * RV = tr(Sxy·Syx) / √(tr(Sxx²)·tr(Syy²)) of their covariances (Escoufier 1973; Robert and Escoufier 1976), 0…1. With one column each it is
 * Pearson's r². Turning or mirroring either set changes nothing, so in isometric log-ratios it does not matter which corner is which. Agrees with R's
 * `FactoMineR::coeffRV(X, Y)$rv`.
 * @param x a row a story, each with the same number of columns; `y` in the same order
 * @returns null where fewer than three stories, or one of the sets does not vary
 */
export function rv(x: readonly (readonly number[])[], y: readonly (readonly number[])[]): number | null {
  if (x.length < 3 || x.length !== y.length) return null;
  const [a, b] = [centred(x), centred(y)];
  const both = squares(products(a, b));
  const own = Math.sqrt(squares(products(a, a)) * squares(products(b, b)));
  return own > 1e-12 ? Math.min(1, both / own) : null;
}

function centred(rows: readonly (readonly number[])[]): number[][] {
  const means = (rows[0] ?? []).map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0) / rows.length);
  return rows.map((row) => row.map((value, column) => value - (means[column] ?? 0)));
}

function products(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[] {
  return (a[0] ?? []).flatMap((_, i) =>
    (b[0] ?? []).map((_, j) => {
      let sum = 0;
      for (let row = 0; row < a.length; row++) sum += (a[row]?.[i] ?? 0) * (b[row]?.[j] ?? 0);
      return sum;
    }),
  );
}

const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + value * value, 0);
