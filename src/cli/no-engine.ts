import { existsSync } from 'node:fs'
import { type EngineState, engineState } from '#fixture/docker/engine.ts'
import { FixtureMissing } from '#fixture/docker/missing.ts'
import type { Localized } from '#schema/locale.ts'

/** Stops, with what to do about it, where no Docker engine answers; with what else would do, where something would. */
export async function requireEngine(otherwise?: Localized): Promise<void> {
  const state = await engineState()
  if (state === 'answers') return
  const what = WHAT[state]()
  const text = otherwise ? { es: `${what.es} ${otherwise.es}`, en: `${what.en} ${otherwise.en}` } : what
  throw new FixtureMissing(text, { hint: HINTS[state]() })
}

const WHAT: Readonly<Record<Exclude<EngineState, 'answers'>, () => Localized>> = {
  absent: () => ({
    es: 'En esta máquina no está el programa docker.',
    en: 'The program docker is not on this machine.',
  }),
  denied: () => ({
    es: 'Hay un motor Docker, pero no te deja usarlo.',
    en: 'There is a Docker engine, but it does not let you use it.',
  }),
  silent: () => {
    const asked = process.env.DOCKER_HOST
    if (!asked) return { es: 'No responde ningún motor Docker.', en: 'No Docker engine answers.' }
    return {
      es: `Ningún motor Docker responde en ${asked}, donde dice DOCKER_HOST.`,
      en: `No Docker engine answers at ${asked}, where DOCKER_HOST says.`,
    }
  },
}

/** The one thing to do next. */
const HINTS: Readonly<Record<Exclude<EngineState, 'answers'>, () => Localized>> = {
  absent: () => (process.platform === 'linux' ? same('sudo apt-get install docker.io') : DESKTOP),
  denied: () => ({
    es: 'sudo usermod --append --groups docker "$USER"  y entra de nuevo en la sesión',
    en: 'sudo usermod --append --groups docker "$USER"  and log in again',
  }),
  silent: () => {
    if (process.env.DOCKER_HOST) return same('unset DOCKER_HOST')
    if (process.platform !== 'linux') return DESKTOP
    return same(existsSync('/run/systemd/system') ? 'sudo systemctl start docker' : 'sudo dockerd')
  },
}

const same = (command: string): Localized => ({ es: command, en: command })
const DESKTOP = { es: 'Instala o abre Docker Desktop.', en: 'Install or open Docker Desktop.' }
