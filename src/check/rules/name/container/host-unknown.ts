import { defineFinding } from '#finding/define.ts'

export const nameHostUnknown = defineFinding({
  code: 'NAME_HOST_UNKNOWN',
  severity: 'error',
  allowable: true,
  es: {
    message: 'El contenedor busca la máquina «{host}», y en Linux nadie le da ese nombre.',
    hint: 'Añade --add-host=host.docker.internal:host-gateway, y usa ese nombre.',
    why: 'En Docker Desktop host.docker.internal existe solo; en Linux hay que darle el nombre al contenedor.',
  },
  en: {
    message: 'The container looks for the machine `{host}`, and on Linux nothing gives it that name.',
    hint: 'Add --add-host=host.docker.internal:host-gateway, and use that name.',
    why: 'On Docker Desktop host.docker.internal is there by itself; on Linux the container must be given the name.',
  },
  wrong: [
    '```ini file=app.env',
    'DB_HOST=host.docker.internal',
    '```',
    '',
    '```bash step=start effect=create',
    'docker run --detach --name=api --env-file=app.env app:1.0.0',
    '```',
  ],
  right: [
    '```ini file=app.env',
    'DB_HOST=host.docker.internal',
    '```',
    '',
    '```bash step=start effect=create',
    'docker run --detach --name=api --env-file=app.env --add-host=host.docker.internal:host-gateway app:1.0.0',
    '```',
  ],
})
