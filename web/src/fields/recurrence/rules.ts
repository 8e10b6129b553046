/** How often things usually happen, as RFC 5545 writes it. */
export const usualRules = {
  daily: 'FREQ=DAILY',
  workdays: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  weekly: 'FREQ=WEEKLY',
  fortnightly: 'FREQ=WEEKLY;INTERVAL=2',
  monthly: 'FREQ=MONTHLY',
  yearly: 'FREQ=YEARLY',
} as const;

export type UsualRule = keyof typeof usualRules;

export const usualRuleNames = Object.keys(usualRules) as UsualRule[];

/** The name of a rule that is one of the usual ones. */
export const usualRule = (rule: unknown) => usualRuleNames.find((name) => usualRules[name] === rule);
