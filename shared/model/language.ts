// The two languages everything exists in: screens, reports, errors.

import { z } from 'zod'

export const Language = z.enum(['zh-CN', 'en'])
export type Language = z.infer<typeof Language>
