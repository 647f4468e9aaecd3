/**
 * Probability that a share is above `share` (0 to 1), when its posterior is a Beta distribution with whole parameters:
 * 1 − I_share(a, b). For whole a and b that is the binomial sum over j < a of C(n, j) shareʲ (1 − share)ⁿ⁻ʲ with
 * n = a + b − 1 (NIST Digital Library of Mathematical Functions, 8.17.5). Summed in logarithms, so that thousands of
 * cases do not underflow.
 */
export function probabilityAbove(share: number, a: number, b: number): number {
  if (share <= 0) return 1;
  if (share >= 1) return 0;
  const n = a + b - 1;
  const odds = Math.log(share / (1 - share));
  let term = n * Math.log1p(-share);
  let sum = 0;
  for (let j = 0; j < a; j++) {
    sum += Math.exp(term);
    term += Math.log((n - j) / (j + 1)) + odds;
  }
  return Math.min(1, sum);
}
