import { useEffect } from 'react'
import { useLanguage } from './language.ts'

/** Tells the browser, and through it every reader, which language the page is in. */
export function DocumentLanguage() {
  const language = useLanguage()
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  return null
}
