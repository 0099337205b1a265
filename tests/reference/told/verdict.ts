/** Three values: a text that does not tell all makes what it leaves open unknown. */
export type Verdict = 'yes' | 'no' | 'unknown';

export function all(verdicts: Verdict[]): Verdict {
  return verdicts.includes('no') ? 'no' : verdicts.includes('unknown') ? 'unknown' : 'yes';
}

export function any(verdicts: Verdict[]): Verdict {
  return verdicts.includes('yes') ? 'yes' : verdicts.includes('unknown') ? 'unknown' : 'no';
}

export function not(verdict: Verdict): Verdict {
  return verdict === 'yes' ? 'no' : verdict === 'no' ? 'yes' : 'unknown';
}

export function when(holds: boolean): Verdict {
  return holds ? 'yes' : 'no';
}

/** Between so many and so many of them hold. */
export function count(verdicts: Verdict[], min: number, max: number): Verdict {
  const sure = verdicts.filter((one) => one === 'yes').length;
  const possible = sure + verdicts.filter((one) => one === 'unknown').length;
  if (sure > max || possible < min) return 'no';
  return sure >= min && possible <= max ? 'yes' : 'unknown';
}
