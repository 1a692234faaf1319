// The closed lists of the test reports: what kinds of documents, claims and relations there are. The README beside the reports
// tells what each word means.

export const documentKinds = [
  'internship',
  'annual',
  'campaign',
  'weekly',
  'sales',
  'hr',
  'teaching',
  'product',
  'operations',
  'service',
  'finance',
] as const
/** Of these, verdict, superlative and year are words and dates, and do not count as figures. */
export const claimKinds = [
  'count',
  'amount',
  'rate',
  'share',
  'points',
  'change',
  'ratio',
  'times',
  'duration',
  'score',
  'span',
  'rank',
  'year',
  'verdict',
  'superlative',
] as const
export const roles = [
  'actual',
  'target',
  'before',
  'after',
  'delta',
  'part',
  'total',
  'base',
  'benchmark',
  'derived',
] as const
export const relationKinds = [
  'attainment',
  'saving',
  'before-after',
  'delta',
  'share',
  'sum',
  'grim',
  'residual',
  'average',
  'funnel',
  'unit-cost',
  'ratio',
  'span',
  'compound',
  'restated',
  'copied',
  'rank',
  'table-sum',
  'breakdown',
  'caption',
  'period',
  'verdict',
] as const
export const statuses = ['ok', 'wrong', 'ambiguous', 'unsupported', 'nobase'] as const
/** Why the text of a mark is not read by parseQuantity. */
export const excuses = ['ratio', 'spelled', 'damaged', 'span', 'words', 'points', 'million'] as const

export type ClaimKind = (typeof claimKinds)[number]
export type RelationKind = (typeof relationKinds)[number]
export type Status = (typeof statuses)[number]
