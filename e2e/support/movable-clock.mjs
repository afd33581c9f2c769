/*
 * Loaded before the built server (`node --import`), for tests alone: its clock stands as far ahead as the test
 * says, at start by this module's own address (`?aheadMs=`), later by a message. Timers run at their own pace.
 */
const Real = Date
let aheadMs = Number(new URL(import.meta.url).searchParams.get('aheadMs'))

globalThis.Date = class extends Real {
  constructor(...parts) {
    if (parts.length === 0) super(Real.now() + aheadMs)
    else super(...parts)
  }

  static now() {
    return Real.now() + aheadMs
  }
}

process.on('message', message => {
  aheadMs = message.aheadMs
  process.send(message)
})
// The line to the test alone does not keep the server alive.
process.channel.unref()
