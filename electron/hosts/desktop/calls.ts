// The one channel from the page: checks who asks, then hands name and input to the engine, which checks them.

import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { RecapError } from '../../../shared/errors.ts'
import type { Reply } from '../../../shared/rpc.ts'
import { failureReply } from '../replies.ts'
import { isOurs } from './address.ts'

const refused = failureReply(new RecapError('sender-refused', 'not our own page'))

/** Only the top frame of a window that shows our own page. A frame that is gone by now has no sender. */
function isFromOurPage({ senderFrame, sender }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOurs(senderFrame.url)
}

export function answerCalls(call: (name: unknown, input: unknown) => Promise<Reply>): void {
  ipcMain.handle('call', async (event, name: unknown, input: unknown): Promise<Reply> => {
    if (!isFromOurPage(event)) return refused
    return call(name, input)
  })
}
