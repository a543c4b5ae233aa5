type SparklineProps = {
  /** Evenly spaced; null is a gap. */
  readonly values: readonly (number | null)[];
  /** Drawn as the baseline and the top; the top grows with the values. */
  readonly least: number;
  readonly most: number;
};

const width = 100;
const height = 22;

/** A line without axes, for the eye only: the figure beside it is what is read out. */
export function Sparkline({ values, least, most }: SparklineProps) {
  const top = Math.max(most, ...values.map((value) => value ?? least));
  const x = (i: number) => (values.length > 1 ? (i / (values.length - 1)) * width : width);
  const y = (value: number) => height - 1 - ((value - least) / (top - least)) * (height - 2);
  const lines = runs(values).map((run) =>
    run.map(({ i, value }) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`),
  );
  const last = lines.at(-1)?.at(-1);
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <line className="sparkline-base" x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} />
      {lines.map((points) => (
        <polyline key={points[0]} points={points.join(' ')} />
      ))}
      {/* A line of no length with round ends is a dot that stays round however the picture is stretched. */}
      {last && <polyline className="sparkline-last" points={`${last} ${last}`} />}
    </svg>
  );
}

type Point = { readonly i: number; readonly value: number };

/** Stretches without a gap. */
function runs(values: readonly (number | null)[]): Point[][] {
  const all: Point[][] = [[]];
  for (const [i, value] of values.entries()) {
    if (value === null) all.push([]);
    else all.at(-1)?.push({ i, value });
  }
  return all.filter((run) => run.length > 0);
}
