import { useEffect, useRef, useState } from 'react'
import { useMessages } from '#src/i18n/messages.ts'
import { Button } from '#src/ui/button.tsx'
import { Icon } from '#src/ui/icon.tsx'
import { pickupMessages } from '../messages.ts'
import { CameraWords } from './camera-words.tsx'
import { cameraIsGranted } from './open-camera.ts'
import { type CameraState, useCamera } from './use-camera.ts'
import { Viewfinder } from './viewfinder.tsx'

interface CameraPanelProps {
  onText: (text: string) => void
  /** What was shown is being looked up: the camera rests meanwhile. */
  busy: boolean
  /** The last code before the camera was not a ticket's. */
  notTicket: boolean
  /**
   * The guest holds her code to the device instead of pointing the device at a code. Then the camera opens by
   * itself where the browser has been told that it may.
   */
  fixed: boolean
  className?: string
}

/** The camera as a way to show a QR code: its picture in a frame, and in words what to do next. */
export function CameraPanel({ onText, busy, notTicket, fixed, className = '' }: CameraPanelProps) {
  const t = useMessages(pickupMessages)
  const video = useRef<HTMLVideoElement>(null)
  const [opening, setOpening] = useState<number>()
  useEffect(() => {
    if (!fixed) return
    let gone = false
    void cameraIsGranted().then(granted => granted && !gone && setOpening(1))
    return () => {
      gone = true
    }
  }, [fixed])
  const camera = useCamera({ opening: busy ? undefined : opening, video, onText })
  const open = opening !== undefined
  const title = fixed ? t.cameraTitle : t.cameraTitleOwn
  return (
    <section aria-label={title} className={`flex flex-col gap-5 ${className}`}>
      <Viewfinder
        state={open && busy ? 'found' : camera.kind}
        shown={open && camera.kind !== 'blocked'}
        large={fixed}
      >
        <video
          ref={video}
          muted
          playsInline
          aria-label={t.cameraView}
          className={`absolute inset-0 size-full object-cover ${camera.kind === 'scanning' ? '' : 'invisible'} ${camera.kind === 'scanning' && camera.mirrored ? '-scale-x-100' : ''}`}
        />
      </Viewfinder>
      <div className="flex flex-1 flex-col">
        <h2 className="font-display text-2xl font-bold">{title}</h2>
        <CameraWords camera={camera} fixed={fixed} found={open && busy} notTicket={notTicket} />
        <CameraButton
          camera={camera}
          onOpen={() => setOpening((opening ?? 0) + 1)}
          onClose={() => setOpening(undefined)}
        />
      </div>
    </section>
  )
}

interface CameraButtonProps {
  camera: CameraState
  onOpen: () => void
  onClose: () => void
}

function CameraButton({ camera, onOpen, onClose }: CameraButtonProps) {
  const t = useMessages(pickupMessages)
  switch (camera.kind) {
    case 'off':
      return (
        <Button kind="quiet" onClick={onOpen}>
          <Icon name="scan" className="size-6 text-lamp" />
          {t.cameraStart}
        </Button>
      )
    case 'asking':
    case 'scanning':
      return (
        <Button kind="quiet" onClick={onClose}>
          {t.cameraStop}
        </Button>
      )
    case 'blocked':
      // Without a camera, or on a page that may not use one, trying again changes nothing.
      return camera.why === 'none' || camera.why === 'insecure' ? null : (
        <Button kind="quiet" onClick={onOpen}>
          {t.again}
        </Button>
      )
    default:
      return camera satisfies never
  }
}
