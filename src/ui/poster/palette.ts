/** The colours of one poster, by the part they play. Pictures are painted from back to front. */
export interface Palette {
  /** Top and foot of the sky, or of whatever lies farthest away. */
  high: string
  low: string
  /** Light itself, and the small bright things it touches. */
  glow: string
  spark: string
  /** The nearest silhouettes. */
  ink: string
  /** The title, legible on `high` and on `ink`. */
  title: string
}

export const palettes: readonly [Palette, ...Palette[]] = [
  { high: '#180f2b', low: '#8c2f46', glow: '#ff9a5a', spark: '#ffe0ac', ink: '#0c0714', title: '#fff1dc' },
  { high: '#05141f', low: '#10566a', glow: '#62d0c6', spark: '#eefae4', ink: '#03090e', title: '#f0fbf4' },
  { high: '#06130e', low: '#1b5c43', glow: '#a4dc97', spark: '#f6ecb8', ink: '#030a07', title: '#f8f4da' },
  { high: '#110a2b', low: '#4a2f9c', glow: '#bd97ff', spark: '#ffdcf1', ink: '#090518', title: '#fbf0ff' },
  { high: '#1c0606', low: '#a6211c', glow: '#ff7440', spark: '#ffe6bd', ink: '#110303', title: '#fff0d8' },
  { high: '#0a0f20', low: '#31427a', glow: '#a8bcec', spark: '#f7f4e2', ink: '#05080f', title: '#f7f5ea' },
  { high: '#160f05', low: '#7a5517', glow: '#f6c95a', spark: '#fff3cb', ink: '#0d0903', title: '#fff4d6' },
  { high: '#190c17', low: '#8a3a5c', glow: '#f79ab5', spark: '#ffe6da', ink: '#0e060d', title: '#fff0ec' },
  { high: '#071a1f', low: '#c4572f', glow: '#ffb26b', spark: '#ffe9c9', ink: '#04100f', title: '#fff3e2' },
]
