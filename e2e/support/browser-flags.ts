export interface BrowserWish {
  /** A .y4m or .mjpeg file that plays as the camera; without one the camera shows Chromium's test pattern. */
  cameraFile?: string
}

/**
 * Flags under which Chromium runs as root in a container, calls nobody on its own, and offers a camera that
 * is always allowed.
 */
export function browserFlags(wish: BrowserWish = {}): string[] {
  return [
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    ...(wish.cameraFile === undefined ? [] : [`--use-file-for-fake-video-capture=${wish.cameraFile}`]),
  ]
}
