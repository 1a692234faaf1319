// Gives a plain Node process the parent port that Electron's utility processes have.

Object.defineProperty(process, 'parentPort', {
  value: {
    on: (_name: 'message', listener: (event: { data: unknown }) => void) =>
      process.on('message', (data) => listener({ data })),
    postMessage: (message: object) => process.send?.(message),
  },
})
