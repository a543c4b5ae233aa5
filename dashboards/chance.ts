/**
 * How probable it is that chance alone puts at least so many poor calls into a group: Fisher's exact test, one-sided
 * (R. A. Fisher, "Statistical Methods for Research Workers", §21.02). A normal approximation finds too much where poor
 * calls are rare: of 69 calls, 7 poor ones at 2 % elsewhere are 4.4 standard errors, but happen once in 1,500.
 *
 * @param group judged calls of the group, and the poor ones among them
 * @param all the same of all calls, the group's included
 * @returns the natural logarithm of the probability, at most 0: the probability itself may be too small for a number
 */
export function logChanceOf(
  group: { readonly poor: number; readonly judged: number },
  all: { readonly poor: number; readonly judged: number },
): number {
  const rest = all.judged - all.poor - group.judged;
  const most = Math.min(all.poor, group.judged);
  const exactly =
    logChoices(all.poor, group.poor) +
    logChoices(all.judged - all.poor, group.judged - group.poor) -
    logChoices(all.judged, group.judged);
  // Each next probability is a ratio of the one before, so that only the first needs factorials.
  let term = 1;
  let sum = 1;
  for (let poor = group.poor; poor < most; poor++) {
    term *= ((all.poor - poor) * (group.judged - poor)) / ((poor + 1) * (rest + poor + 1));
    sum += term;
  }
  return Math.min(0, exactly + Math.log(sum));
}

/**
 * How probable it is that chance alone makes at least so many of all things count, where each does with this
 * probability: the upper tail of the binomial distribution.
 *
 * @param part so many did
 * @param whole of so many
 * @param probability from 0 to 1
 * @returns the natural logarithm of it, at most 0; 0 where no more did than were to be expected
 */
export function logTailOf(part: number, whole: number, probability: number): number {
  if (part <= whole * probability) return 0;
  const odds = probability / (1 - probability);
  const exactly =
    logChoices(whole, part) + part * Math.log(probability) + (whole - part) * Math.log1p(-probability);
  let term = 1;
  let sum = 1;
  // Beyond the expected number each next term is smaller; what adds nothing any more is left out.
  for (let i = part; i < whole && term > 1e-17 * sum; i++) {
    term *= ((whole - i) / (i + 1)) * odds;
    sum += term;
  }
  return Math.min(0, exactly + Math.log(sum));
}

function logChoices(of: number, taken: number): number {
  return logFactorial(of) - logFactorial(taken) - logFactorial(of - taken);
}

/** Stirling's series (Abramowitz and Stegun, 6.1.41) from 10 on, where its error is below 1e-10. */
function logFactorial(n: number): number {
  if (n < 10) {
    let product = 1;
    for (let factor = 2; factor <= n; factor++) product *= factor;
    return Math.log(product);
  }
  const x = n + 1;
  return (
    (x - 0.5) * Math.log(x) -
    x +
    Math.log(2 * Math.PI) / 2 +
    1 / (12 * x) -
    1 / (360 * x ** 3) +
    1 / (1260 * x ** 5)
  );
}
