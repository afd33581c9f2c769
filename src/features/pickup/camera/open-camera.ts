/** Why there is no picture, as far as the guest or our staff can do something about it. */
export type CameraTrouble = 'denied' | 'none' | 'busy' | 'insecure'

/**
 * Opens the camera, the one at the back where there are several, because that is the one a guest points at a
 * ticket. A kiosk has only the one that looks at her.
 *
 * @throws DOMException as the browser words it, see `cameraTroubleOf`
 */
export function openCamera(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
  })
}

/** Browsers offer cameras to encrypted pages only; elsewhere the whole interface is missing. */
export const hasCameraInterface = (): boolean =>
  typeof navigator !== 'undefined' && 'mediaDevices' in navigator && navigator.mediaDevices !== undefined

/** True when the guest need not be asked (any more), so that a kiosk's camera may stand ready by itself. */
export async function cameraIsGranted(): Promise<boolean> {
  if (!hasCameraInterface() || !('permissions' in navigator)) return false
  try {
    return (await navigator.permissions.query({ name: 'camera' })).state === 'granted'
  } catch {
    // Some browsers know no permission of this name; then the guest presses the button.
    return false
  }
}

/** The browser's refusal in the house's words (Media Capture and Streams, getUserMedia). */
export function cameraTroubleOf(error: unknown): CameraTrouble {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
      return 'denied'
    case 'SecurityError':
      return 'insecure'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none'
    default:
      return 'busy'
  }
}

/** A guest in front of a camera expects a mirror; whoever points a rear camera expects a window. */
export function showsGuest(stream: MediaStream): boolean {
  return stream.getVideoTracks()[0]?.getSettings().facingMode !== 'environment'
}

/** Lets go of the camera; its light goes out. */
export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
