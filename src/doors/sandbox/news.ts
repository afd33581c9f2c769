import { create } from 'zustand'

/** What just happened, in a sentence, with a way back where there is one. */
export interface News {
  id: number
  text: string
  tone: 'done' | 'refused'
  undo?: () => void
}

interface NewsState {
  latest: News | undefined
}

export const useNews = create<NewsState>()(() => ({ latest: undefined }))

let nextId = 1

/** Says it; what was said before gives way. */
export function tell(news: Omit<News, 'id'>): void {
  useNews.setState({ latest: { ...news, id: nextId++ } })
}

export function dismissNews(): void {
  useNews.setState({ latest: undefined })
}
