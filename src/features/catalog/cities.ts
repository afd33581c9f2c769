import type { Cinema } from '#contract/catalog.ts'

export interface City {
  name: string
  cinemas: Cinema[]
}

/** Cinemas by city, both in the order in which the server names them. */
export function byCity(cinemas: readonly Cinema[]): City[] {
  const cities = new Map<string, City>()
  for (const cinema of cinemas) {
    const city = cities.get(cinema.city)
    if (city) city.cinemas.push(cinema)
    else cities.set(cinema.city, { name: cinema.city, cinemas: [cinema] })
  }
  return [...cities.values()]
}
