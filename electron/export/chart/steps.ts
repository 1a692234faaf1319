// Bars on an invisible base: the steps of a funnel, centred; what was added to and taken off a total. The base is a
// column of formulas, so that an edited number moves the drawing.

import type { Plot } from '../../../shared/model/chart.ts'
import { tidy } from '../../../shared/numbers/tidy.ts'
import { chartWords } from '../../../shared/text/charts.ts'
import { oneLine } from '../clean-text.ts'
import { clusteredSketch, firstAxis } from './bars.ts'
import { categoriesOf, columnOf, labelOf, nameOf } from './column.ts'
import { coloursOf, inkUpon } from './colours.ts'
import { drawnValue, tickFormat } from './number-format.ts'
import { inks, type Setting, textWidthIn } from './setting.ts'
import type { Bars, Column, Label, Sketch, SketchSeries } from './sketch.ts'
import { columnLetters } from './workbook.ts'
