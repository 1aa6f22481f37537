import type { Entry } from './entry.ts'

/** Found in configurations of nginx and units of systemd. */
export const FILE_SERVER_FINDINGS = {
  FILE_NGINX_DIRECTIVE: {
    severity: 'error',
    es: {
      message: 'nginx {version} no tiene la directiva «{found}».',
      hint: 'Corrige la directiva.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: 'nginx {version} has no directive `{found}`.',
      hint: 'Correct the directive.[? Did you mean `{suggestion}`?]',
    },
  },
  FILE_NGINX_CONTEXT: {
    severity: 'error',
    es: { message: '«{name}» no puede ir en {found}; va en {expected}.', hint: 'Muévela a uno de esos bloques.' },
    en: {
      message: '`{name}` cannot stand in {found}; it belongs in {expected}.',
      hint: 'Move it to one of those blocks.',
    },
  },
  FILE_NGINX_ARGUMENTS: {
    severity: 'error',
    es: {
      message: '«{name}» no admite {found} argumentos.',
      hint: 'Corrige los argumentos, o el punto y coma que falta.',
    },
    en: {
      message: '`{name}` does not take {found} arguments.',
      hint: 'Correct the arguments, or the semicolon that is missing.',
    },
  },
  FILE_NGINX_BLOCK: {
    severity: 'error',
    es: { message: '«{name}» {reasonEs}.', hint: 'Corrige las llaves o el punto y coma.' },
    en: { message: '`{name}` {reasonEn}.', hint: 'Correct the braces or the semicolon.' },
  },
  FILE_NGINX_PORT: {
    severity: 'error',
    plain: 'warning',
    es: {
      message: 'Nada en esta página escucha en el puerto {found}; sí en {expected}.',
      hint: 'Usa el puerto en que escucha tu servidor.',
    },
    en: {
      message: 'Nothing on this page listens on port {found}; on {expected} something does.',
      hint: 'Use the port your server listens on.',
    },
  },
  FILE_NGINX_UNDECLARED: {
    severity: 'error',
    es: {
      message: '{kindEs} «{found}» no está declarado en la página.',
      hint: 'Usa el nombre declarado.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: 'The {kindEn} `{found}` is not declared on the page.',
      hint: 'Use the name declared.[? Did you mean `{suggestion}`?]',
    },
  },
  FILE_NGINX_INHERITED: {
    severity: 'warning',
    es: { message: 'Con {name} en este bloque dejan de valer los de fuera: {found}.', hint: 'Repítelos aquí.' },
    en: {
      message: 'With {name} in this block, those from outside no longer hold: {found}.',
      hint: 'Repeat them here.',
    },
  },
  FILE_NGINX_UPGRADE: {
    severity: 'error',
    es: { message: 'La cabecera Upgrade no basta para un WebSocket; falta {missing}.', hint: 'Añade {missing}.' },
    en: { message: 'The header Upgrade is not enough for a WebSocket; {missing} is missing.', hint: 'Add {missing}.' },
  },
  FILE_NGINX_SERVER: {
    severity: 'warning',
    es: {
      message: 'Este server no dice ni listen ni server_name: contesta en el puerto 80 a cualquier nombre.',
      hint: 'Añade listen y server_name, o lleva sus bloques al server que ya tienes.',
    },
    en: {
      message: 'This server says neither listen nor server_name: it answers on port 80 to any name.',
      hint: 'Add listen and server_name, or move its blocks to the server you have.',
    },
  },
  FILE_SYSTEMD_SECTION: {
    severity: 'error',
    es: {
      message: 'systemd no tiene la sección [{found}]: ignora todo lo que hay en ella.',
      hint: 'Corrige el nombre.[? Quizá querías [{suggestion}].]',
    },
    en: {
      message: 'systemd has no section [{found}]: it ignores all that is in it.',
      hint: 'Correct the name.[? Did you mean [{suggestion}]?]',
    },
  },
  FILE_SYSTEMD_KEY: {
    severity: 'error',
    es: {
      message: '[{section}] no tiene la clave «{found}»: systemd ignora la línea.',
      hint: 'Corrige la clave.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: '[{section}] has no key `{found}`: systemd ignores the line.',
      hint: 'Correct the key.[? Did you mean `{suggestion}`?]',
    },
  },
  FILE_SYSTEMD_PROGRAM: {
    severity: 'error',
    es: { message: '{key} necesita una ruta absoluta; se encontró «{found}».', hint: 'Escribe la ruta desde /.' },
    en: { message: '{key} needs an absolute path; found `{found}`.', hint: 'Write the path from /.' },
  },
  FILE_SYSTEMD_SHELL: {
    severity: 'error',
    es: {
      message: '{key} no pasa por un shell: «{found}» llega al programa como un argumento.',
      hint: 'Usa sh -c, u otra clave de la unidad.',
    },
    en: {
      message: '{key} goes through no shell: `{found}` reaches the program as an argument.',
      hint: 'Use sh -c, or another key of the unit.',
    },
  },
  FILE_SYSTEMD_VALUE: {
    severity: 'error',
    es: {
      message: '{key} admite {expected}; se encontró «{found}».',
      hint: 'Corrige el valor.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: '{key} takes {expected}; found `{found}`.',
      hint: 'Correct the value.[? Did you mean `{suggestion}`?]',
    },
  },
  FILE_SYSTEMD_PATH: {
    severity: 'warning',
    es: {
      message: 'Con PATH={found} el servicio no encuentra los programas del sistema.',
      hint: 'Añade :/usr/local/bin:/usr/bin:/bin.',
    },
    en: {
      message: 'With PATH={found} the service finds no program of the system.',
      hint: 'Add :/usr/local/bin:/usr/bin:/bin.',
    },
  },
  FILE_SYSTEMD_VARIABLE: {
    severity: 'error',
    es: {
      message: '{key}= no sustituye variables: el programa recibe «{found}» tal cual.',
      hint: 'Escribe el valor, o un especificador de systemd como %h.',
    },
    en: {
      message: '{key}= expands no variables: the program is given `{found}` as it stands.',
      hint: 'Write the value, or a specifier of systemd such as %h.',
    },
  },
  FILE_SYSTEMD_START: {
    severity: 'error',
    es: { message: '{file} no dice qué arranca.', hint: 'Añade ExecStart.' },
    en: { message: '{file} does not say what it starts.', hint: 'Add ExecStart.' },
  },
  FILE_SYSTEMD_INSTALL: {
    severity: 'error',
    es: {
      message: 'systemctl enable no hará nada: {name} no tiene [Install].',
      hint: 'Añade [Install] con WantedBy=multi-user.target.',
    },
    en: {
      message: 'systemctl enable will do nothing: {name} has no [Install].',
      hint: 'Add [Install] with WantedBy=multi-user.target.',
    },
  },
} as const satisfies Record<string, Entry>
