// Reads the written test reports of tests/fixtures/reports: documents with a mark around every claim, and behind them what
// each mark means and how the marks hang together (the format is told in the README there). It reads strictly and names
// file and line of whatever is not as told; whether the annotations are true is for the test of the corpus.

import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Comparison,
  type Equation,
  type Readings,
  operandsOf,
  readComparison,
  readEquation,
} from './report-arithmetic.ts'
import {
  type ClaimKind,
  type RelationKind,
  type Status,
  claimKinds,
  documentKinds,
  excuses,
  relationKinds,
  roles,
  statuses,
} from './report-kinds.ts'
import { type Bounds, exact, writtenBounds } from './report-rounding.ts'

/** Offsets into `ReportDocument.text`, the end excluded. */
export interface Place {
  start: number
  end: number
  text: string
}
export interface Claim extends Place {
  id: string
  /** In base units as a decimal, or a word for what is no number: met, highest, 2024-07-01..2024-12-31. */
  value: string
  unit: string
  kind: ClaimKind
  role: (typeof roles)[number]
  /** Of a target, and of nothing else. */
  comparator?: Comparison
  metric: string
  period: string
  excuse?: (typeof excuses)[number]
  line: number
}
export interface Relation {
  kind: RelationKind
  status: Status
  /** One reading, or several where the words allow more. */
  readings: readonly Equation[]
  /** Ids of claims, each once. */
  operands: readonly string[]
  /** Both truth values of the goal: as stated, and as computed. Nothing more to tell for a `verdict`. */
  flips?: readonly [] | readonly [Equation, Equation]
  reason: string
  line: number
}
export interface ReportDocument {
  name: string
  path: string
  kind: (typeof documentKinds)[number]
  language: 'zh' | 'en'
  isDamaged: boolean
  text: string
  claims: readonly Claim[]
  /** Numbers that claim nothing, marked as such; see also `plainShapes`. */
  plain: readonly Place[]
  relations: readonly Relation[]
}

/** Where the corpus lies. */
const corpusFolder = join(import.meta.dirname, '../fixtures/reports')

/** What needs no mark to be no claim: numbers of lists, figures and tables, dates, months, quarters, clock times. */
export const plainShapes =
  /^\s*(?:#+\s*)?(?:[-*]\s*)?[(\uff08]?\d{1,2}(?:\.\d{1,2})*[.、)\uff09](?!\d)|^\s*(?:#+\s*)?\d{1,2}(?:\.\d{1,2})*\s(?!\s*\|)|\d{1,2}\s*[-–—至~]\s*\d{1,2}\s*月|[图表]\s*\d+(?:[-.]\d+)?|\b(?:Figure|Fig\.|Table|Chart|Section|Step|Week|Case)\s+\d+|\d{4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?|\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?(?:[-–—至~]\d{1,2}\s*[日号])?|\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}:\d{2}\b|第?\d季度|\b[QH]\d\b|\b20\d\d\b|\b\d{1,2}(?:st|nd|rd|th)?\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{1,2}\b/gm

const mark = /\{([a-z]\w*|-):([^{}]+)\}/g

const isOneOf = <T extends string>(list: readonly T[], word: string | undefined): word is T =>
  list.some((one) => one === word)

class Fault {
  private readonly name: string
  constructor(name: string) {
    this.name = name
  }
  at(line: number, message: string): never {
    throw new Error(`${this.name}:${line}: ${message}`)
  }
}

/** One document from its file's words; throws an Error that begins with `name:line:`. */
export function readReport(name: string, path: string, source: string): ReportDocument {
  const fault = new Fault(name)
  const lines = source.split('\n')
  const cut = ['text', 'claims', 'relations'].map((part) => {
    const index = lines.indexOf(`----- ${part}`)
    return index >= 0 ? index : fault.at(lines.length, `no line "----- ${part}"`)
  })
  const [textAt = 0, claimsAt = 0, relationsAt = 0] = cut
  const head = new Map(
    lines.slice(0, textAt).map((line, index): [string, string] => {
      const [, key, value] = /^(kind|language|period|damaged): (.+)$/.exec(line) ?? []
      return key && value ? [key, value] : fault.at(index + 1, `not a line of the head: ${line}`)
    }),
  )
  const [kind, language] = [head.get('kind'), head.get('language')]
  if (!isOneOf(documentKinds, kind)) return fault.at(1, `unknown kind ${kind}`)
  if (!isOneOf(['zh', 'en'] as const, language)) return fault.at(1, `unknown language ${language}`)

  const { text, places, plain } = unmark(lines.slice(textAt + 1, claimsAt).join('\n'), textAt + 2, fault)
  const claims = lines.slice(claimsAt + 1, relationsAt).flatMap((line, index): Claim[] => {
    if (line.trim() === '') return []
    return [readClaim(line, claimsAt + index + 2, places, head.get('period') ?? '', fault)]
  })
  const ids = new Set(claims.map(({ id }) => id))
  for (const [id, place] of places) if (!ids.has(id)) fault.at(place.line, `mark ${id} has no line`)
  if (ids.size < claims.length) fault.at(claimsAt + 1, 'a claim is told twice')
  const relations = lines.slice(relationsAt + 1).flatMap((line, index): Relation[] => {
    if (line.trim() === '') return []
    const relation = readRelation(line, relationsAt + index + 2, fault)
    for (const id of relation.operands) if (!ids.has(id)) fault.at(relation.line, `no claim ${id}`)
    return [relation]
  })
  return { name, path, kind, language, isDamaged: head.has('damaged'), text, claims, plain, relations }
}

type Marked = Place & { line: number }

function unmark(marked: string, firstLine: number, fault: Fault) {
  const places = new Map<string, Marked>()
  const plain: Place[] = []
  let text = ''
  let last = 0
  for (const match of marked.matchAll(mark)) {
    text += marked.slice(last, match.index)
    const [whole, id = '', inner = ''] = match
    const line = firstLine + marked.slice(0, match.index).split('\n').length - 1
    const place = { start: text.length, end: text.length + inner.length, text: inner, line }
    if (id === '-') plain.push(place)
    else if (places.has(id)) fault.at(line, `mark ${id} stands twice`)
    else places.set(id, place)
    text += inner
    last = match.index + whole.length
  }
  text += marked.slice(last)
  if (/[{}]/.test(text))
    fault.at(firstLine, `a brace that marks nothing: ${/.{0,20}[{}].{0,20}/.exec(text)?.[0]}`)
  return { text, places, plain }
}

function readClaim(
  line: string,
  at: number,
  places: ReadonlyMap<string, Marked>,
  period: string,
  fault: Fault,
): Claim {
  const parts = /^(\S+) +([<>]=?)?(\S+) +(\S+) +(\S+) +(\S+) +([^@!]+?)(?: +@([^!]+?))?(?: +!(\w+))?$/.exec(
    line.trim(),
  )
  if (!parts) return fault.at(at, `not a claim: ${line}`)
  const [, id = '', comparator, value = '', unit = '', kind, role, metric = '', own = period, excuse] = parts
  const place = places.get(id)
  if (!place) return fault.at(at, `no mark ${id} in the text`)
  if (!isOneOf(claimKinds, kind)) return fault.at(at, `unknown kind ${kind}`)
  if (!isOneOf(roles, role)) return fault.at(at, `unknown role ${role}`)
  if (excuse !== undefined && !isOneOf(excuses, excuse)) return fault.at(at, `unknown excuse ${excuse}`)
  if ((role === 'target') !== (comparator !== undefined))
    fault.at(at, 'a target has a comparator, nothing else has')
  const { start, end, text } = place
  const what = { id, value, unit: unit === '-' ? '' : unit, kind, role, metric, period: own, line: at }
  const asked = comparator === undefined ? {} : { comparator: comparator as Comparison }
  return { start, end, text, ...what, ...asked, ...(excuse && { excuse }) }
}

function readRelation(line: string, at: number, fault: Fault): Relation {
  const parts = /^(\S+) +(\S+) +([^!#]+?)(?: +! flips(?: +([^#]+?))?)?(?: +# *(.+))?$/.exec(line.trim())
  if (!parts) return fault.at(at, `not a relation: ${line}`)
  const [, kind, status, equations = '', flipped, reason = ''] = parts
  if (!isOneOf(relationKinds, kind)) return fault.at(at, `unknown kind ${kind}`)
  if (!isOneOf(statuses, status)) return fault.at(at, `unknown status ${status}`)
  try {
    const readings = equations.split(';').map(readEquation)
    const halves = flipped?.split('=>').map(readComparison) ?? []
    const [stated, computed] = halves
    const flips = line.includes('! flips')
      ? stated && computed
        ? ([stated, computed] as const)
        : ([] as const)
      : undefined
    const marks = readings
      .filter(({ relation }) => relation !== '=' && relation !== '~')
      .map(({ left }) => left)
    const operands = [...new Set([...marks, ...[...readings, ...halves].flatMap(operandsOf)])]
    const all = { operands: operands.filter((id) => id !== '?'), reason, line: at }
    return { kind, status, readings, ...all, ...(flips && { flips }) }
  } catch (error) {
    return fault.at(at, error instanceof Error ? error.message : 'unread')
  }
}

/** All documents, by name. */
export function reportCorpus(): readonly ReportDocument[] {
  return readdirSync(corpusFolder)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .map((file) => {
      const path = join(corpusFolder, file)
      return readReport(file.replace(/\.txt$/, ''), path, readFileSync(path, 'utf8'))
    })
}

const wordKinds: readonly ClaimKind[] = ['verdict', 'superlative', 'span']
/** Whether a claim is a figure rather than a word or a year. */
export const isFigure = ({ kind }: Claim): boolean => !['verdict', 'superlative', 'year'].includes(kind)
/** Whether its value is a number. */
export const isNumber = ({ kind }: Claim): boolean => !wordKinds.includes(kind)

/** What was counted one by one or set beforehand has no rounding: a bare whole number of things (no mean), a target, a year. */
const isExact = ({ kind, role, text }: Claim): boolean =>
  role === 'target' ||
  kind === 'year' ||
  kind === 'rank' ||
  (kind === 'count' &&
    role !== 'derived' &&
    /^\D*[\d,]+\D*$/.test(text) &&
    !/[万萬亿億千百]|\d\s?[kKmM]\b|million|thousand/.test(text))

/** What the claims of a document may stand for, by ordinary rounding or by any. */
export function readingsOf(document: ReportDocument, width: 'usual' | 'widest'): Readings {
  const claims = new Map(document.claims.map((claim) => [claim.id, claim]))
  const known = (id: string): Claim => {
    const claim = claims.get(id)
    if (!claim) throw new Error(`${document.name}: no claim ${id}`)
    return claim
  }
  return {
    bounds: (id): Bounds => {
      const claim = known(id)
      return writtenBounds(claim.text, exact(claim.value), isExact(claim))[width]
    },
    days: (id) => {
      const [from, to] = known(id).value.split('..')
      if (!from || !to) throw new Error(`${document.name}: ${id} is no span`)
      return [from, to]
    },
  }
}
