/**
 * How a party that cannot sit together is spread, worst first: somebody sits alone, there are many groups, the
 * seats are far from where they should be. A distance has to stay below `group`.
 */
export const scatterCost = { alone: 1e10, group: 1e6 } as const
