interface Account {
  channelCode: string
  secret: string
  cardKey: string
}

/** A call that works when it is pasted into a shell: specification 1.5 asks for names and values in order, then the secret. */
export function firstCall(origin: string, { channelCode, secret }: Account): string {
  return [
    'T=$(date +%s)000',
    `SIGN=$(printf %s "apiykse.partner.cinema.getCinemaschannelCode${channelCode}data{}timestamp\${T}v1.0${secret}" | md5sum | cut -d' ' -f1)`,
    `curl -sG --compressed ${origin}/route --data-urlencode 'data={}' -d v=1.0 -d channelCode=${channelCode} \\`,
    '  -d api=ykse.partner.cinema.getCinemas -d timestamp=$T -d sign=$SIGN',
  ].join('\n')
}

export function wholeSale(origin: string, { channelCode, secret }: Account): string {
  return `server/sandbox/examples/sell-a-ticket.sh ${origin} ${channelCode} ${secret}`
}

/** A house that sells against this very sandbox instead of the one that it brings. */
export function foyerHere(origin: string, { channelCode, secret, cardKey }: Account): string {
  return [
    `MOVIECLOUD_URL=${origin}/route MOVIECLOUD_CHANNEL=${channelCode} \\`,
    `MOVIECLOUD_SECRET=${secret} MOVIECLOUD_CARD_KEY=${cardKey} \\`,
    'npm start',
  ].join('\n')
}
