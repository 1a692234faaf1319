// The bridge between the page and the program: one way to ask, one way to hear. It never grows: what a call means is
// the contract's matter. The page gets functions, never the channel itself, and payloads, never Electron's events.

import { contextBridge, ipcRenderer } from 'electron'

contextBridge.exposeInMainWorld('recap', {
  call: (name: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke('call', name, input),
  on(event: unknown, listener: (payload: unknown) => void): () => void {
    const hear = (_: unknown, name: unknown, payload: unknown): void => {
      if (name === event) listener(payload)
    }
    ipcRenderer.on('event', hear)
    return () => {
      ipcRenderer.off('event', hear)
    }
  },
})
