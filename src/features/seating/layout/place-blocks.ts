/** A block or anything else that has to find its place; lengths in pitches. */
export interface Sized {
  readonly width: number
  readonly height: number
}

export interface Placed {
  /** Centre of the block, 0 being the hall's axis. */
  readonly x: number
  /** Top of the block. */
  readonly y: number
}

/** Between blocks: room for two columns of row labels, and for a name. */
const aisle = { x: 3, y: 1.2 }

/** How much wider than high a hall of several blocks should come out. */
const wishedAspect = 1.3

/**
 * Sets blocks on shelves, in their order, each shelf centred on the axis: two big blocks stand one behind
 * the other, many small ones side by side.
 */
export function placeBlocks(blocks: readonly Sized[]): readonly Placed[] {
  const area = blocks.reduce((sum, { width, height }) => sum + (width + aisle.x) * (height + aisle.y), 0)
  const widest = Math.max(...blocks.map(block => block.width), Math.sqrt(area * wishedAspect))
  const shelves: Sized[][] = []
  for (const block of blocks) {
    const shelf = shelves.at(-1)
    if (shelf && shelfWidth(shelf) + aisle.x + block.width <= widest) shelf.push(block)
    else shelves.push([block])
  }
  let y = 0
  return shelves.flatMap(shelf => {
    let x = -shelfWidth(shelf) / 2
    const placed = shelf.map(block => {
      const centre = x + block.width / 2
      x += block.width + aisle.x
      return { x: centre, y }
    })
    y += Math.max(...shelf.map(block => block.height)) + aisle.y
    return placed
  })
}

function shelfWidth(shelf: readonly Sized[]): number {
  return shelf.reduce((sum, block) => sum + block.width, 0) + aisle.x * (shelf.length - 1)
}
