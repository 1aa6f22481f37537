import type { Entry } from './entry.ts'

/** Found by reading a page as text, Markdown and frontmatter. */
export const DOCUMENT_FINDINGS = {
  DOCUMENT_TOO_LARGE: {
    severity: 'error',
    es: { message: 'La página tiene {found} caracteres; el máximo es {limit}.', hint: 'Divídela en varias páginas.' },
    en: { message: 'The page has {found} characters; the most is {limit}.', hint: 'Split it into several pages.' },
  },
  DOCUMENT_TOO_DEEP: {
    severity: 'error',
    es: { message: 'Hay más de {limit} niveles de listas o citas anidadas.', hint: 'Aplana la estructura.' },
    en: { message: 'Lists or quotes are nested more than {limit} levels deep.', hint: 'Flatten the structure.' },
  },
  DOCUMENT_TOO_DENSE: {
    severity: 'error',
    es: {
      message: 'Un solo párrafo o bloque tiene más de {limit} signos de Markdown (*, _, [, ], <, ~).',
      hint: 'Sepáralo con líneas en blanco, o guarda ese contenido en un archivo aparte.',
    },
    en: {
      message: 'One paragraph or block holds more than {limit} Markdown marks (*, _, [, ], <, ~).',
      hint: 'Part it with blank lines, or keep that content in a file of its own.',
    },
  },
  DOCUMENT_CRLF: {
    severity: 'warning',
    plain: 'warning',
    es: {
      message: 'La página usa finales de línea CRLF; se esperaba LF.',
      hint: 'Guárdala con finales de línea LF (Unix).',
    },
    en: { message: 'The page has CRLF line endings; LF was expected.', hint: 'Save it with LF (Unix) line endings.' },
  },
  DOCUMENT_LONE_CR: {
    severity: 'error',
    es: {
      message: 'Hay un retorno de carro (CR) suelto: Markdown lo lee como fin de línea y bash no.',
      hint: 'Sustitúyelo por un salto de línea LF.',
    },
    en: {
      message: 'There is a lone carriage return (CR): Markdown reads it as a line ending and bash does not.',
      hint: 'Replace it with a line feed (LF).',
    },
  },
  DOCUMENT_CONTROL_CHARACTER: {
    severity: 'error',
    es: {
      message: 'Hay un carácter invisible, {character}: lo que se lee no sería lo que se ejecuta.',
      hint: 'Bórralo.',
    },
    en: {
      message: 'There is an invisible character, {character}: what is read would not be what runs.',
      hint: 'Delete it.',
    },
  },
  DOCUMENT_UNREADABLE: {
    severity: 'error',
    es: { message: 'No se pudo leer la página como Markdown.', hint: 'Simplifica su estructura.' },
    en: { message: 'The page could not be read as Markdown.', hint: 'Simplify its structure.' },
  },
  DOCUMENT_FRONTMATTER_UNCLOSED: {
    severity: 'error',
    es: { message: 'La cabecera YAML empieza con «---» y no termina.', hint: 'Ciérrala con una línea «---».' },
    en: { message: 'The YAML header starts with `---` and never ends.', hint: 'Close it with a line `---`.' },
  },
  DOCUMENT_FRONTMATTER_SYNTAX: {
    severity: 'error',
    es: { message: 'La cabecera no es YAML válido: {reason}', hint: 'Corrige la sintaxis YAML en esta línea.' },
    en: { message: 'The header is not valid YAML: {reason}', hint: 'Correct the YAML syntax on this line.' },
  },
  DOCUMENT_FRONTMATTER_DUPLICATE: {
    severity: 'error',
    es: { message: 'La clave «{key}» está repetida en la cabecera.', hint: 'Deja solo una.' },
    en: { message: 'The key `{key}` appears twice in the header.', hint: 'Keep only one.' },
  },
  DOCUMENT_FRONTMATTER_MISSING: {
    severity: 'error',
    es: { message: 'Falta la clave «{key}» en la cabecera de la página.', hint: 'Añade {key}: … a la cabecera.' },
    en: { message: 'The key `{key}` is missing from the header of the page.', hint: 'Add {key}: … to the header.' },
  },
  DOCUMENT_FRONTMATTER_UNKNOWN: {
    severity: 'error',
    es: {
      message: 'La clave «{key}» no existe; se esperaba una de: {expected}.',
      hint: 'Corrige la clave o quítala.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: 'There is no key `{key}`; expected one of: {expected}.',
      hint: 'Correct the key, or remove it.[? Did you mean `{suggestion}`?]',
    },
  },
  DOCUMENT_FRONTMATTER_VALUE: {
    severity: 'error',
    es: {
      message: 'El valor de «{key}» no es válido: se esperaba {expectedEs}[? y se encontró «{found}»].',
      hint: 'Corrige el valor de {key}.',
    },
    en: {
      message: 'The value of `{key}` is not valid: expected {expectedEn}[?, found `{found}`].',
      hint: 'Correct the value of {key}.',
    },
  },
  DOCUMENT_ID_DIFFERS: {
    severity: 'error',
    es: {
      message: 'El id del runbook es «{found}», pero su archivo se llama «{expected}».',
      hint: 'Usa el mismo nombre en los dos.',
    },
    en: {
      message: 'The id of the runbook is `{found}`, but its file is named `{expected}`.',
      hint: 'Use the same name in both.',
    },
  },
  DOCUMENT_ID_DUPLICATE: {
    severity: 'error',
    es: { message: 'El id «{id}» ya es de otra página: {other}.', hint: 'Elige otro id.' },
    en: { message: 'The id `{id}` already belongs to another page: {other}.', hint: 'Choose another id.' },
  },
  DOCUMENT_INDENTED_CODE: {
    severity: 'error',
    es: {
      message: 'Este texto con sangría se muestra como código, y no lo ejecuta ni lo comprueba nadie.',
      hint: 'Quítale la sangría, o escríbelo como un bloque con ``` y su lenguaje.',
    },
    en: {
      message: 'This indented text is shown as code, and nothing runs or checks it.',
      hint: 'Remove the indentation, or write it as a block with ``` and its language.',
    },
  },
  DOCUMENT_LINK_BROKEN: {
    severity: 'error',
    es: {
      message: 'El enlace «{url}» no lleva a ninguna página.',
      hint: 'Corrige la ruta.[? La más parecida es {suggestion}.]',
    },
    en: {
      message: 'The link `{url}` leads to no page.',
      hint: 'Correct the path.[? The closest one is {suggestion}.]',
    },
  },
  DOCUMENT_ANCHOR_BROKEN: {
    severity: 'error',
    es: {
      message: 'El enlace «{url}» apunta a «#{anchor}», y {page} no tiene ese apartado.',
      hint: 'Corrige el ancla.[? La más parecida es #{suggestion}.]',
    },
    en: {
      message: 'The link `{url}` points at `#{anchor}`, and {page} has no such heading.',
      hint: 'Correct the anchor.[? The closest one is #{suggestion}.]',
    },
  },
} as const satisfies Record<string, Entry>
