type Linear = readonly [number, number, number]

/**
 * How colours look to those who lack one kind of cone, in linear light: the matrices of Machado, Oliveira and
 * Fernandes (2009) for the full deficiency.
 */
const matrices = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, readonly Linear[]>

type Vision = keyof typeof matrices
export const visions = ['all', 'protan', 'deutan', 'tritan'] as const satisfies readonly Vision[]

/** @param colour as "#4a86d8" */
export function seenWith(colour: string, vision: Vision): Linear {
  const [, red = '', green = '', blue = ''] = /^#(..)(..)(..)$/.exec(colour) ?? []
  const light = [red, green, blue].map(channel => {
    const part = Number.parseInt(channel, 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  const seen = (row: Linear) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, weight, at) => sum + weight * (light[at] ?? 0), 0),
      ),
    )
  const [r, g, b] = matrices[vision]
  return [seen(r), seen(g), seen(b)]
}

/** The difference in CIE lightness, of 100: from about 12 on it is plain without any hue. */
export function lightnessApart(a: Linear, b: Linear): number {
  return Math.abs(lightness(a) - lightness(b))
}

/** The contrast that WCAG measures, from 1 to 21. */
export function contrast(a: Linear, b: Linear): number {
  const [one, other] = [luminance(a), luminance(b)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

function lightness(colour: Linear): number {
  const y = luminance(colour)
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y
}

const luminance = ([red, green, blue]: Linear): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue
