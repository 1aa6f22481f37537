import { existsSync } from 'node:fs'
import { EXIT, StopError } from '#finding/error.ts'
import { type EngineState, engineState } from '#fixture/docker/engine.ts'
import type { Localized } from '#schema/locale.ts'

/** Stops, with what to do about it, where no Docker engine answers. */
export async function requireEngine(): Promise<void> {
  const state = await engineState()
  if (state !== 'answers') throw noEngine(state)
}

function noEngine(state: Exclude<EngineState, 'answers'>): StopError {
  const { es, en } = WHAT[state]()
  const text = { es: `${es} Sin motor: --fixture embedded.`, en: `${en} Without an engine: --fixture embedded.` }
  return new StopError(EXIT.noFixture, text, { hint: HINTS[state]() })
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
