import { defineFinding } from '#finding/define.ts'

export const documentControlCharacter = defineFinding({
  code: 'DOCUMENT_CONTROL_CHARACTER',
  severity: 'error',
  es: {
    message: 'Hay un carácter invisible, {character}: lo que se lee no sería lo que se ejecuta.',
    hint: 'Bórralo.',
    why: 'Un carácter invisible cambia un comando sin que nadie lo vea, o da la vuelta al texto que se lee.',
  },
  en: {
    message: 'There is an invisible character, {character}: what is read would not be what runs.',
    hint: 'Delete it.',
    why: 'An invisible character changes a command unseen, or turns the text that is read around.',
  },
  of: 'page',
  wrong: ['---', 'title: Con algo que no se ve', '---', '', 'Una{{\\u200B*1}}línea.'],
  right: ['---', 'title: Limpia', '---', '', 'Una línea.'],
})
