import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import {
  type CameraTrouble,
  cameraTroubleOf,
  closeCamera,
  hasCameraInterface,
  openCamera,
  showsGuest,
} from './open-camera.ts'
import { scanFrames } from './scan-frames.ts'

export type CameraState =
  | { kind: 'off' }
  /** Waiting for the guest's permission, or for the camera to wake. */
  | { kind: 'asking' }
  | { kind: 'scanning'; mirrored: boolean }
  /** `unloaded`: the camera is there, but the reader of codes could not be fetched. */
  | { kind: 'blocked'; why: CameraTrouble | 'unloaded' }

interface CameraOptions {
  /** Which opening this is: another number tries anew, undefined lets go of the camera. */
  opening: number | undefined
  video: RefObject<HTMLVideoElement | null>
  onText: (text: string) => void
}

/** Holds the camera open and tells every code that comes before it. */
export function useCamera({ opening, video, onText }: CameraOptions): CameraState {
  const [state, setState] = useState<CameraState>({ kind: 'off' })
  const seen = useEffectEvent(onText)
  useEffect(() => {
    if (opening === undefined) return
    const gone = new AbortController()
    void run(video, seen, state => !gone.signal.aborted && setState(state), gone.signal)
    return () => {
      gone.abort()
      setState({ kind: 'off' })
    }
  }, [opening, video])
  return state
}

async function run(
  video: RefObject<HTMLVideoElement | null>,
  onText: (text: string) => void,
  tell: (state: CameraState) => void,
  gone: AbortSignal,
): Promise<void> {
  if (!hasCameraInterface()) return tell({ kind: 'blocked', why: 'insecure' })
  tell({ kind: 'asking' })
  // The reader loads while the guest answers the browser's question.
  const loading = import('./qr-reader.ts').then(module => module.loadQrReader())
  loading.catch(() => undefined)
  let stream: MediaStream
  try {
    stream = await openCamera()
  } catch (error) {
    return tell({ kind: 'blocked', why: cameraTroubleOf(error) })
  }
  const close = () => closeCamera(stream)
  gone.addEventListener('abort', close)
  if (gone.aborted) return close()
  try {
    const read = await loading
    const element = video.current
    if (gone.aborted || !element) return close()
    element.srcObject = stream
    await element.play()
    if (gone.aborted) return
    tell({ kind: 'scanning', mirrored: showsGuest(stream) })
    gone.addEventListener('abort', scanFrames(element, read, onText))
    // Unplugged, or taken away by the system.
    stream.getVideoTracks()[0]?.addEventListener('ended', () => tell({ kind: 'blocked', why: 'busy' }))
  } catch {
    close()
    tell({ kind: 'blocked', why: 'unloaded' })
  }
}
