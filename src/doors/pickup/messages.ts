import { defineMessages } from '#src/i18n/messages.ts'

export const pickupDoorMessages = defineMessages(
  {
    brand: 'Foyer',
    pageTitle: (title: string) => `${title} · Foyer`,
    buy: '购票',
    tools: '工具',
    done: '完成',
    another: '查另一张票',
    wipeHint: '离开前请点“完成”，下一位就看不到您的票。',
    stillThere: '您还在吗？',
    stillThereHint: (seconds: number) => `${seconds} 秒后将收起您的票。`,
    stay: '我还在',
  },
  {
    brand: 'Foyer',
    pageTitle: title => `${title} · Foyer`,
    buy: 'Buy tickets',
    tools: 'Tools',
    done: 'Done',
    another: 'Another ticket',
    wipeHint: 'Press Done before you leave, so that nobody else sees your tickets.',
    stillThere: 'Are you still there?',
    stillThereHint: seconds => `Your tickets go out of sight in ${seconds} s.`,
    stay: 'I am still here',
  },
)
