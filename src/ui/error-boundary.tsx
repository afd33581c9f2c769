import { Component, type ReactNode } from 'react'
import { defineMessages, useMessages } from '#src/i18n/messages.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

const messages = defineMessages(
  {
    title: '页面出了点问题',
    hint: '您的订单和付款都在服务器上，不会丢失。',
    again: '重新载入',
    home: '回到首页',
  },
  {
    title: 'Something went wrong on this screen',
    hint: 'Your order and payment are safe on our server.',
    again: 'Load again',
    home: 'Back to the start',
  },
)

interface ErrorBoundaryProps {
  /** The start of this door: the way out when loading again does not help. */
  homeHref: string
  children: ReactNode
}

/** Catches what breaks while rendering, says that nothing is lost, and offers two ways out. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken homeHref={this.props.homeHref} /> : this.props.children
  }
}

/** Full loads, not navigation: whatever state broke the screen is left behind. */
function Broken({ homeHref }: { homeHref: string }) {
  const t = useMessages(messages)
  return (
    <main className="grid min-h-dvh place-items-center p-8">
      <div role="alert" className="flex max-w-xl flex-col items-center gap-5 text-center">
        <Icon name="alert" className="size-16 text-lamp" />
        <h1 className="font-display text-4xl font-bold text-balance">{t.title}</h1>
        <p className="text-xl text-mist">{t.hint}</p>
        <div className="mt-4 flex flex-wrap justify-center gap-4">
          <Button size="large" onClick={() => location.reload()}>
            {t.again}
          </Button>
          <Button size="large" kind="quiet" onClick={() => location.assign(homeHref)}>
            {t.home}
          </Button>
        </div>
      </div>
    </main>
  )
}
