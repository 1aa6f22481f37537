import { defineFinding } from '#finding/define.ts'

export const fileKeyDuplicate = defineFinding({
  code: 'FILE_KEY_DUPLICATE',
  severity: 'error',
  allowable: true,
  es: {
    message: 'En {file}, «{key}» está repetido: solo una vez cuenta.',
    hint: 'Deja uno.',
    why: 'De dos claves iguales, unos lectores toman la última y otros rechazan el archivo.',
  },
  en: {
    message: 'In {file}, `{key}` appears twice: only one of them counts.',
    hint: 'Keep one.',
    why: 'Of two keys alike, some readers take the last and others refuse the file.',
  },
  wrong: ['```yaml file=config.yaml', 'image: app:1.0.0', 'image: app:1.0.1', '```'],
  right: ['```yaml file=config.yaml', 'image: app:1.0.1', '```'],
})
