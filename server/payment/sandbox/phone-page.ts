import type { Language, Text } from '#contract/language.ts'
import { priceLabel } from '#contract/money.ts'
import { clockTime, toInstant } from '#contract/time.ts'
import { type Mishap, mishaps, type Payable } from './counter.ts'
import { fontStylePath } from './phone-fonts.ts'
import { mishapWords, stateWords, words } from './words.ts'

export const stylePath = '/phone-pay/style.css'

/** The page behind a QR: plain HTML that works without a script. `path` is its own address without a query. */
export function phonePage(payable: Payable, language: Language, path: string): string {
  const { title, text } = stateWords[payable.status]
  const canPay = payable.status === 'payable' || payable.status === 'declined'
  const t = (words: Text) => html(words[language])
  return page(
    language,
    path,
    t(title),
    `
    <section class="card ${payable.status}">
      ${mark(payable.status)}
      <h1>${t(title)}</h1>
      <p class="hint">${t(text)}</p>
      <dl>
        <div><dt>${t(words.payee)}</dt><dd>${html(payable.merchant)}</dd></div>
        <div class="film"><dd>${html(payable.subject)}</dd></div>
        <div class="amount"><dt>${t(words.amount)}</dt><dd>${priceLabel(payable.amountFen)}</dd></div>
      </dl>
      ${canPay ? payForm(payable, language, path) : ''}
    </section>${payable.status === 'paid' ? '' : amissForm(canPay ? mishaps : ['pay-late'], language, path)}`,
  )
}

export function unknownPage(language: Language, path: string): string {
  const title = html(words.unknownTitle[language])
  return page(
    language,
    path,
    title,
    `<section class="card closed">${mark('closed')}<h1>${title}</h1>
      <p class="hint">${html(words.unknownText[language])}</p></section>`,
  )
}

function payForm(payable: Payable, language: Language, path: string): string {
  const until = words.until[language].replace('{time}', clockTime(toInstant(payable.expireAt)))
  const decline =
    payable.status === 'payable'
      ? `<button class="quiet" name="act" value="decline">${html(words.decline[language])}</button>`
      : ''
  return `
      <form method="post" action="${html(path)}?lang=${language}">
        <button class="pay" name="act" value="pay">${html(words.pay[language])} ${priceLabel(payable.amountFen)}</button>
        ${decline}
      </form>
      <p class="until">${html(until)}</p>`
}

/** Folded away: nobody comes upon it who only wants to pay. */
function amissForm(some: readonly Mishap[], language: Language, path: string): string {
  const buttons = some.map(
    mishap =>
      `<button class="quiet" name="act" value="${mishap}">${html(mishapWords[mishap][language])}</button>`,
  )
  return `
    <details>
      <summary>${html(words.amiss[language])}</summary>
      <form method="post" action="${html(path)}?lang=${language}">${buttons.join('')}</form>
    </details>`
}

function page(language: Language, path: string, title: string, body: string): string {
  const other = language === 'zh' ? 'en' : 'zh'
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="dark">
    <meta name="robots" content="noindex">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${fontStylePath}">
    <link rel="stylesheet" href="${stylePath}">
  </head>
  <body>
    <header><span class="sandbox">${html(words.sandbox[language])}</span>
      <a href="${html(path)}?lang=${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${words.otherLanguage[language]}</a></header>
    <main>${body}
    </main>
  </body>
</html>
`
}

/** A tick, a cross, a clock or a ticket: the state is never told by colour alone. */
function mark(status: Payable['status']): string {
  const shapes: Record<Payable['status'], string> = {
    payable:
      '<path d="M14 22h36v7a4 4 0 0 0 0 8v7H14v-7a4 4 0 0 0 0-8z"/><path d="M39 23v20" stroke-dasharray="3 4"/>',
    declined: '<path d="M32 18v18"/><path d="M32 45v1"/>',
    paid: '<path d="M19 33l9 9 18-19"/>',
    expired: '<circle cx="32" cy="32" r="15"/><path d="M32 23v10l6 4"/>',
    closed: '<path d="M22 22l20 20M42 22L22 42"/>',
  }
  return `<svg class="mark" viewBox="0 0 64 64" aria-hidden="true"><circle class="disc" cx="32" cy="32" r="31"/><g>${shapes[status]}</g></svg>`
}

function html(text: string): string {
  return text.replace(
    /[&<>"']/g,
    character => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[character] ?? '',
  )
}
