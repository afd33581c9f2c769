/**
 * Calls back when the next frame's work on the main thread is done: a task posted within the frame is run after the
 * frame's style, layout and painting. It is an urgent one, and still a browser that has rested runs another frame
 * before it, when something goes on moving: then the frame ended where that one begins.
 */
export function afterFrame(done: (endedAt: number) => void): void {
  let told = false
  const tell = () => {
    if (told) return
    told = true
    done(performance.now())
  }
  requestAnimationFrame(() => {
    requestAnimationFrame(tell)
    void scheduler.postTask(tell, { priority: 'user-blocking' })
  })
}

/** Resolves with the end of the first frame after which `shown` holds; rejects after `patienceMs`. */
export function frameThatShows(shown: () => boolean, patienceMs: number): Promise<number> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const look = (endedAt: number) => {
      if (shown()) resolve(endedAt)
      else if (endedAt - began > patienceMs)
        reject(new Error(`nothing to be seen after ${patienceMs / 1000} s`))
      else afterFrame(look)
    }
    afterFrame(look)
  })
}

/** Watches how often frames come. @returns what stops and tells the milliseconds between each two */
export function watchFrames(): () => number[] {
  const times: number[] = []
  let request = requestAnimationFrame(function seen(now) {
    times.push(now)
    request = requestAnimationFrame(seen)
  })
  return () => {
    cancelAnimationFrame(request)
    return times.slice(1).map((time, nth) => time - (times[nth] ?? time))
  }
}
