import type { Entry } from './entry.ts'

/** Found on the declarations of parameters in the frontmatter. */
export const PARAMETER_FINDINGS = {
  PARAMETER_NAME: {
    severity: 'error',
    es: {
      message: 'El nombre de parámetro «{name}» no vale: mayúsculas, dígitos y «_», empezando por letra.',
      hint: 'Escríbelo como GCP_PROJECT_ID.',
    },
    en: {
      message: 'The parameter name `{name}` will not do: upper case, digits and `_`, starting with a letter.',
      hint: 'Write it like GCP_PROJECT_ID.',
    },
  },
  PARAMETER_NAME_TAKEN: {
    severity: 'error',
    es: {
      message: 'El parámetro {name} se llama como una variable del sistema o de bash, y la cambiaría.',
      hint: 'Dale otro nombre, por ejemplo APP_{name}.',
    },
    en: {
      message: 'The parameter {name} is named like a variable of the system or of bash, and would change it.',
      hint: 'Give it another name, for example APP_{name}.',
    },
  },
  PARAMETER_TYPE: {
    severity: 'error',
    es: {
      message: 'El tipo «{found}» de {name} no existe; se esperaba uno de: {expected}.',
      hint: 'Corrige el tipo.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: 'There is no type `{found}`, given to {name}; expected one of: {expected}.',
      hint: 'Correct the type.[? Did you mean `{suggestion}`?]',
    },
  },
  PARAMETER_KEY_MISSING: {
    severity: 'error',
    es: { message: 'Al parámetro {name} le falta «{key}».', hint: 'Añade {key}: … a su declaración.' },
    en: { message: 'The parameter {name} lacks `{key}`.', hint: 'Add {key}: … to its declaration.' },
  },
  PARAMETER_KEY_UNKNOWN: {
    severity: 'error',
    es: {
      message: 'El parámetro {name} tiene una clave desconocida, «{key}»; se esperaba una de: {expected}.',
      hint: 'Corrige la clave o quítala.[? Quizá querías «{suggestion}».]',
    },
    en: {
      message: 'The parameter {name} has an unknown key, `{key}`; expected one of: {expected}.',
      hint: 'Correct the key, or remove it.[? Did you mean `{suggestion}`?]',
    },
  },
  PARAMETER_VALUE: {
    severity: 'error',
    es: {
      message: 'El valor de «{key}» de {name}, «{found}», no vale para el tipo {type}: {reasonEs}.',
      hint: 'Escribe {expectedEs}.',
    },
    en: {
      message: 'The `{key}` of {name}, `{found}`, does not fit the type {type}: {reasonEn}.',
      hint: 'Write {expectedEn}.',
    },
  },
  PARAMETER_CHOICES: {
    severity: 'error',
    es: {
      message: 'El parámetro {name} es de tipo {type}: «choices» hace falta con choice y sobra con los demás.',
      hint: 'Corrige el tipo o la lista choices.',
    },
    en: {
      message: 'The parameter {name} has type {type}: `choices` goes with choice, and with no other type.',
      hint: 'Correct the type, or the list of choices.',
    },
  },
  PARAMETER_DIFFERS: {
    severity: 'error',
    es: {
      message: '{name} debe ser distinto de {found}, que no es otro parámetro de la página o tiene el mismo ejemplo.',
      hint: 'Corrige differs, o da a cada uno su ejemplo.',
    },
    en: {
      message: '{name} must differ from {found}, which is no other parameter of the page, or has the same example.',
      hint: 'Correct differs, or give each its own example.',
    },
  },
  PARAMETER_SECRET_DEFAULT: {
    severity: 'error',
    es: {
      message: 'El parámetro {name} es un secreto y tiene un valor por defecto: quedaría publicado.',
      hint: 'Quita default.',
    },
    en: {
      message: 'The parameter {name} is a secret and has a default: it would be published.',
      hint: 'Remove default.',
    },
  },
  PARAMETER_UNUSED: {
    severity: 'error',
    es: { message: 'Ningún paso usa el parámetro {name}.', hint: 'Úsalo como "${name}", o quita la declaración.' },
    en: { message: 'No step reads the parameter {name}.', hint: 'Use it as "${name}", or remove the declaration.' },
  },
  PARAMETER_UNDECLARED: {
    severity: 'error',
    es: {
      message: 'La variable {name} no es un parámetro de la página ni la asigna este paso o uno anterior.',
      hint: 'Decláralo en runbook.parameters de la cabecera, o asígnalo antes.[? Quizá querías {suggestion}.]',
    },
    en: {
      message: 'The variable {name} is neither a parameter of the page nor assigned by this step or an earlier one.',
      hint: 'Declare it in runbook.parameters of the header, or assign it first.[? Did you mean {suggestion}?]',
    },
  },
  PARAMETER_EXAMPLE_DIFFERS: {
    severity: 'error',
    es: {
      message: '{name} vale aquí «{found}», y su ejemplo es «{expected}».',
      hint: 'Escribe el ejemplo, o cámbialo en la cabecera.',
    },
    en: {
      message: '{name} is `{found}` here, and its example is `{expected}`.',
      hint: 'Write the example, or change it in the header.',
    },
  },
  PARAMETER_ASSIGNED: {
    severity: 'error',
    es: {
      message: 'El paso asigna {name}, que es un parámetro: el valor del lector se perdería.',
      hint: 'Usa otro nombre de variable.',
    },
    en: {
      message: 'The step assigns {name}, which is a parameter: the value of the reader would be lost.',
      hint: 'Use another variable name.',
    },
  },
  PARAMETER_CAPTURE_UNUSED: {
    severity: 'error',
    es: { message: 'Ningún paso posterior usa {name}, que este bloque publica.', hint: 'Quítalo de capture.' },
    en: { message: 'No later step reads {name}, which this block publishes.', hint: 'Remove it from capture.' },
  },
  PARAMETER_NOT_EXPORTED: {
    severity: 'error',
    es: {
      message: 'El bloque para dar valor a los parámetros a mano no exporta {name}.',
      hint: 'Añade export {name}=…, o read -rs para un secreto.',
    },
    en: {
      message: 'The block that gives the parameters values by hand does not export {name}.',
      hint: 'Add export {name}=…, or read -rs for a secret.',
    },
  },
  PARAMETER_SECRET_TYPE: {
    severity: 'error',
    es: {
      message: 'El parámetro {name} tiene nombre de secreto y es de tipo {type}: su valor se mostraría.',
      hint: 'Usa type: secret.',
    },
    en: {
      message: 'The parameter {name} is named as a secret and has the type {type}: its value would be shown.',
      hint: 'Use type: secret.',
    },
  },
  PARAMETER_MISPLACED: {
    severity: 'error',
    es: {
      message: 'Aquí va {expectedEs}, y {name} es otra cosa.',
      hint: 'Quizá querías "${suggestion}".',
    },
    en: {
      message: 'This takes {expectedEn}, and {name} is something else.',
      hint: 'Did you mean "${suggestion}"?',
    },
  },
} as const satisfies Record<string, Entry>
