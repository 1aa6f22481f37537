/** A card that says all it has to. */
const CARD = {
  symptoms: 'symptoms: [502 Bad Gateway]',
  takes: 'takes: Un minuto.',
  interrupts: 'interrupts: La API, unos segundos.',
  stop: 'stop: El segundo intento falla.',
  instead: 'instead: [{ when: El disco está lleno, do: primero se libera espacio }]',
  escalation:
    'escalation: [{ when: El servicio sigue caído, within: 15m, role: responsable de plataforma, how: por teléfono }]',
}

/** The lines of a card that says all. */
export const WHOLE = Object.values(CARD)

/** The lines of one that leaves a key out, or says something else in its place. */
export const cardWithout = (left: keyof typeof CARD, ...instead: readonly string[]): string[] =>
  Object.entries(CARD).flatMap(([key, line]) => (key === left ? instead : [line]))
