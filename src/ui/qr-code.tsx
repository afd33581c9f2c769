import { encode } from 'uqr'

interface QrCodeProps {
  value: string
  /** What the code is for; readers hear it. */
  label: string
  className?: string
}

/** Modules of white around the code that scanners need (ISO/IEC 18004). */
const quietZone = 4

/** A QR code as one crisp path, dark on white in every colour scheme, because scanners expect it so. */
export function QrCode({ value, label, className = '' }: QrCodeProps) {
  const { data, size } = encode(value, { ecc: 'M', border: quietZone })
  const modules = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className={`aspect-square ${className}`}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={modules.join('')} fill="#000" />
    </svg>
  )
}
