import { defineFinding } from '#finding/define.ts'

export const commandRsyncPattern = defineFinding({
  code: 'COMMAND_RSYNC_PATTERN',
  severity: 'error',
  allowable: true,
  es: {
    message:
      'El shell cambia «{found}» por lo que hay dentro: rsync no recibe el directorio, y --delete no borra nada de su primer nivel.',
    hint: 'Da el directorio, «{folder}».',
    why: 'rsync compara directorios. De una lista de archivos no sabe cuáles faltan, y lo que sobra se queda en el servidor.',
  },
  en: {
    message:
      'The shell puts what is inside for `{found}`: rsync is not given the directory, and --delete deletes nothing at its top.',
    hint: 'Give the directory, `{folder}`.',
    why: 'rsync compares directories. Of a list of files it cannot tell which are missing, and what is too much stays on the server.',
  },
  wrong: ['```bash step=publish', 'rsync --archive --delete output/* deploy@www.example.com:/srv/www/', '```'],
  right: [
    '```bash step=publish effect=delete',
    'rsync --archive --delete output/ deploy@www.example.com:/srv/www/',
    '```',
  ],
})
