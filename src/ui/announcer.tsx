import { useEffect, useSyncExternalStore } from 'react'

/** A sentence is spoken when it arrives; so long a guest who reads on finds it still standing there. */
const keptMs = 10_000

interface Sentence {
  readonly nth: number
  readonly text: string
}

let sentences: readonly Sentence[] = []
let last = 0
const listeners = new Set<() => void>()

/** Has readers say a sentence as soon as they have said what they are at. The same sentence may come again. */
export function announce(text: string): void {
  last += 1
  const sentence = { nth: last, text }
  setSentences([...sentences, sentence])
  setTimeout(() => setSentences(sentences.filter(one => one !== sentence)), keptMs)
}

function setSentences(next: readonly Sentence[]): void {
  sentences = next
  for (const changed of listeners) changed()
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** Says the text when the component comes up, and again whenever it becomes another one. */
export function useAnnouncement(text: string | undefined): void {
  useEffect(() => {
    if (text !== undefined) announce(text)
  }, [text])
}

/**
 * Where sentences are spoken from. It stands in the page from the beginning and over every change of the screen:
 * readers pass over a live region that arrives with its words already in it.
 */
export function Announcer() {
  const spoken = useSyncExternalStore(subscribe, () => sentences)
  return (
    <div role="log" aria-live="polite" className="sr-only">
      {spoken.map(({ nth, text }) => (
        <p key={nth}>{text}</p>
      ))}
    </div>
  )
}
