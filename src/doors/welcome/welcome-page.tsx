import { defineMessages, useMessages } from '#src/i18n/messages.ts'
import { Icon, type IconName } from '#src/ui/icon.tsx'
import { LanguageSwitch } from '#src/ui/language-switch.tsx'
import { PosterArt } from '#src/ui/poster/poster-art.tsx'

const messages = defineMessages(
  {
    title: '欢迎光临',
    lead: '影院票务，从这里进门。',
    kiosk: '自助售票机',
    kioskHint: '影院大厅的触摸屏：选片、选座、扫码付款、拿票。',
    checkout: '手机购票',
    checkoutHint: '同样的购票流程，为手机而排。',
    pickup: '取票',
    pickupHint: '扫二维码，或输入取票码和后四位。',
  },
  {
    title: 'Welcome to Foyer',
    lead: 'A cinema box office. Choose your door.',
    kiosk: 'Kiosk',
    kioskHint: 'The touchscreen in the lobby: film, seats, pay by QR, ticket.',
    checkout: 'Buy on a phone',
    checkoutHint: 'The same sale, laid out for a phone.',
    pickup: 'Collect tickets',
    pickupHint: 'Scan the QR, or enter the pickup code and four digits.',
  },
)

const doors = [
  { href: '/kiosk', icon: 'film', title: 'kiosk', hint: 'kioskHint' },
  { href: '/checkout', icon: 'phone', title: 'checkout', hint: 'checkoutHint' },
  { href: '/pickup', icon: 'ticket', title: 'pickup', hint: 'pickupHint' },
] as const satisfies readonly { href: string; icon: IconName; title: string; hint: string }[]

/** Where an address without a door leads: the doors to choose from. Plain links, because each door is its own bundle. */
export function WelcomePage() {
  const t = useMessages(messages)
  return (
    <div className="relative isolate flex min-h-dvh flex-col">
      <title>Foyer</title>
      <PosterArt name="" code="foyer-welcome-7" untitled className="absolute inset-0 -z-10" />
      <div className="absolute inset-0 -z-10 bg-linear-to-t from-ink-950 via-ink-950/80 to-ink-950/30" />
      <header className="flex items-center justify-between p-6">
        <p className="font-display text-2xl font-bold tracking-wide">Foyer</p>
        <LanguageSwitch />
      </header>
      <main className="mx-auto flex w-full max-w-5xl flex-1 flex-col justify-end px-6 pt-24 pb-14">
        <h1 className="animate-rise font-display text-6xl font-extrabold text-balance sm:text-7xl">
          {t.title}
        </h1>
        <p className="mt-4 animate-rise text-xl text-paper">{t.lead}</p>
        <nav className="mt-12 grid gap-4 sm:grid-cols-3">
          {doors.map(door => (
            <a
              key={door.href}
              href={door.href}
              className="group animate-rise rounded-card bg-ink-900/90 p-6 ring-1 ring-inset ring-ink-600 transition-[transform,background-color] hover:-translate-y-1 hover:bg-ink-850 active:scale-[0.98]"
            >
              <Icon name={door.icon} className="size-10 text-lamp" />
              <h2 className="mt-5 text-2xl font-bold">{t[door.title]}</h2>
              <p className="mt-2 text-base text-mist">{t[door.hint]}</p>
            </a>
          ))}
        </nav>
      </main>
    </div>
  )
}
