import type { ReactNode } from 'react'
import { useMessages } from '#src/i18n/messages.ts'
import { type PickupMessages, pickupMessages } from '../messages.ts'
import type { CameraState } from './use-camera.ts'

interface CameraWordsProps {
  camera: CameraState
  /** The guest holds her code to the device, not the device to a code. */
  fixed: boolean
  /** A ticket's code was read and is being looked up. */
  found: boolean
  notTicket: boolean
}

/** What the guest should do now, told to readers as it changes. */
export function CameraWords({ camera, fixed, found, notTicket }: CameraWordsProps) {
  const t = useMessages(pickupMessages)
  return (
    <div role="status" className="mt-1.5 mb-4 flex-1 text-base text-pretty text-mist">
      {found ? (
        <strong className="text-leaf">{t.cameraFound}</strong>
      ) : (
        words(camera, { fixed, notTicket }, t)
      )}
    </div>
  )
}

function words(
  camera: CameraState,
  { fixed, notTicket }: { fixed: boolean; notTicket: boolean },
  t: PickupMessages,
): ReactNode {
  switch (camera.kind) {
    case 'off':
      return fixed ? t.cameraHint : t.cameraHintOwn
    case 'asking':
      return <strong className="text-paper">{t.cameraAsking}</strong>
    case 'scanning':
      return notTicket ? (
        <strong className="text-coral">{t.cameraNotTicket}</strong>
      ) : (
        <strong className="text-paper">{t.cameraScanning}</strong>
      )
    case 'blocked': {
      const { title, hint } = trouble(camera.why, t)
      return (
        <>
          <strong className="block text-coral">{title}</strong>
          {hint}
        </>
      )
    }
    default:
      return camera satisfies never
  }
}

type Trouble = Extract<CameraState, { kind: 'blocked' }>['why']

function trouble(why: Trouble, t: PickupMessages): { title: string; hint: string } {
  switch (why) {
    case 'denied':
      return { title: t.cameraDenied, hint: t.cameraDeniedHint }
    case 'none':
      return { title: t.cameraNone, hint: t.cameraNoneHint }
    case 'busy':
      return { title: t.cameraBusy, hint: t.cameraBusyHint }
    case 'insecure':
      return { title: t.cameraInsecure, hint: t.cameraInsecureHint }
    case 'unloaded':
      return { title: t.cameraFailed, hint: t.cameraFailedHint }
    default:
      return why satisfies never
  }
}
