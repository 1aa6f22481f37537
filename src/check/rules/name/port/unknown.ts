import { defineFinding } from '#finding/define.ts'

export const namePortUnknown = defineFinding({
  code: 'NAME_PORT_UNKNOWN',
  severity: 'error',
  allowable: true,
  es: {
    message: 'Ni el resto de la página ni los archivos del sistema nombran el puerto {found}.',
    hint: 'Escribe el puerto en que algo escucha.',
    why: 'Un puerto que nada más nombra es casi siempre una errata: el comando espera, y dice que la conexión se rechazó.',
  },
  en: {
    message: "Neither the rest of the page nor the system's files name the port {found}.",
    hint: 'Write the port that something listens on.',
    why: 'A port that nothing else names is nearly always a slip: the command waits, and says the connection was refused.',
  },
  wrong: ['```bash step=check effect=read', 'curl -fsS --max-time 10 http://localhost:8001/health', '```'],
  right: ['```bash step=check effect=read', 'curl -fsS --max-time 10 http://localhost:8000/health', '```'],
})
